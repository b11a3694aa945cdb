package io.rihla.api.store;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks questions that do not need each other's answers at the same time. */
public final class AtOnce implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** A question to ClickHouse. */
  @FunctionalInterface
  public interface Question<T> {
    T ask() throws StoreUnavailable;
  }

  /** What a question will be answered with. */
  @FunctionalInterface
  public interface Answer<T> {
    T get() throws StoreUnavailable;
  }

  public <T> Answer<T> ask(Question<T> question) {
    Future<T> future = threads.submit(question::ask);
    return () -> await(future);
  }

  private static <T> T await(Future<T> future) throws StoreUnavailable {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoreUnavailable unavailable) {
        throw unavailable;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
