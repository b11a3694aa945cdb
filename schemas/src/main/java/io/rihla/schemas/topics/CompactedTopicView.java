package io.rihla.schemas.topics;

import io.rihla.schemas.codec.AvroMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * The current values of a compacted topic in memory: complete from {@link #awaitComplete} on, and
 * never more than a moment behind.
 */
public final class CompactedTopicView<T extends AvroMessage> implements AutoCloseable {
  private final Map<String, T> values = new ConcurrentHashMap<>();
  private final CountDownLatch complete = new CountDownLatch(1);
  private final Object changed = new Object();
  private final AtomicLong changes = new AtomicLong();
  private final TopicFollower<T> follower;

  public CompactedTopicView(Topic<T> topic, String bootstrapServers) {
    this.follower = TopicFollower.fromTheBeginning(topic, bootstrapServers, new Keeping());
    follower.start();
  }

  /** Waits until everything that was in the topic at the start has been read. */
  public boolean awaitComplete(Duration timeout) throws InterruptedException {
    return complete.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  public boolean isComplete() {
    return complete.getCount() == 0;
  }

  public Optional<T> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  public List<T> all() {
    return List.copyOf(values.values());
  }

  /** Grows with every record, so that who derives something knows when to derive it anew. */
  public long changes() {
    return changes.get();
  }

  /** Waits until the value of a key is what the caller waits for. */
  public boolean await(String key, Predicate<T> condition, Duration timeout)
      throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    synchronized (changed) {
      while (true) {
        T value = values.get(key);
        if (value != null && condition.test(value)) {
          return true;
        }
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          return false;
        }
        changed.wait(left);
      }
    }
  }

  /** Waits until everything that is in the topic by now has been read. */
  public boolean awaitPresent(Duration timeout) throws InterruptedException {
    try {
      follower.present().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    }
  }

  @Override
  public void close() {
    follower.close();
  }

  private final class Keeping implements TopicFollower.Listener<T> {
    @Override
    public void record(TopicFollower.Position at, String key, T value) {
      values.put(key, value);
      tell();
    }

    @Override
    public void deleted(String key) {
      values.remove(key);
      tell();
    }

    private void tell() {
      changes.incrementAndGet();
      synchronized (changed) {
        changed.notifyAll();
      }
    }

    @Override
    public void caughtUp() {
      complete.countDown();
    }
  }
}
