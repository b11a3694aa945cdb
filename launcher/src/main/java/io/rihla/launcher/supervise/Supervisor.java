package io.rihla.launcher.supervise;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Starts processes group by group, keeps them running, and stops them in the reverse order. A group
 * starts together; the next one waits until all of it is healthy.
 */
public final class Supervisor implements AutoCloseable {
  private final Path logs;
  private final Console console;
  private final Runnable changed;
  private final Deque<List<Child>> groups = new ArrayDeque<>();

  /**
   * @param changed called when a process starts or ends
   */
  public Supervisor(Path logs, Console console, Runnable changed) {
    this.logs = logs;
    this.console = console;
    this.changed = changed;
  }

  /** Starts a group and waits until it is healthy. */
  public void start(List<ProcessSpec> specs, Duration timeout) throws InterruptedException {
    List<Child> group =
        specs.stream()
            .map(spec -> new Child(spec, logs.resolve(spec.name() + ".log"), console, changed))
            .toList();
    synchronized (groups) {
      groups.push(group);
    }
    group.forEach(Child::start);
    together(
        group,
        child -> {
          long begin = System.nanoTime();
          child.awaitHealthy(timeout);
          console.say(
              "%s is ready after %.1f s (%s)"
                  .formatted(
                      child.spec().name(),
                      Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0,
                      child.spec().address()));
        });
  }

  /** What runs now, in the order of the start. */
  public List<Status> processes() {
    synchronized (groups) {
      List<Status> all = new ArrayList<>();
      groups
          .descendingIterator()
          .forEachRemaining(
              group ->
                  group.forEach(
                      child ->
                          all.add(
                              new Status(
                                  child.spec(), child.pid(), child.restarts(), child.log()))));
      return all;
    }
  }

  /** One process as it is now; pid 0 while it is not running. */
  public record Status(ProcessSpec spec, long pid, int restarts, Path log) {}

  @Override
  public void close() {
    List<List<Child>> newestFirst;
    synchronized (groups) {
      newestFirst = List.copyOf(groups);
    }
    for (List<Child> group : newestFirst) {
      try {
        together(group, Child::stop);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private interface Action {
    void on(Child child) throws InterruptedException;
  }

  private static void together(List<Child> group, Action action) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (Child child : group) {
        running.add(
            threads.submit(
                () -> {
                  action.on(child);
                  return child;
                }));
      }
      for (Future<?> future : running) {
        try {
          future.get();
        } catch (ExecutionException e) {
          running.forEach(other -> other.cancel(true));
          if (e.getCause() instanceof StartFailure failure) {
            throw failure;
          }
          throw new IllegalStateException(e.getCause());
        }
      }
    }
  }
}
