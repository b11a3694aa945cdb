package io.rihla.api.stream;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one client. Who does not take it in time is cut off, so that nobody else waits for
 * him; he may come back and go on where he was.
 */
final class Subscription {
  private static final int ROOM = 1_000;

  private final Place from;
  private final Thread reader = Thread.currentThread();
  private final BlockingQueue<Placed> queue = new ArrayBlockingQueue<>(ROOM);
  private boolean left;
  private volatile boolean cut;

  /**
   * For the client whose thread this is.
   *
   * @param from the first events that come here follow this place
   */
  Subscription(Place from) {
    this.from = from;
  }

  Place from() {
    return from;
  }

  /** False when the client was cut off. */
  boolean offer(Placed one) {
    if (!queue.offer(one)) {
      cut();
    }
    return !cut;
  }

  /** The next one; null when there was none for so long. */
  @Nullable Placed poll(Duration patience) throws InterruptedException {
    return queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean isCut() {
    return cut;
  }

  /** Ends it, also while its thread is stuck in sending. */
  synchronized void cut() {
    cut = true;
    if (!left) {
      reader.interrupt();
    }
  }

  /** The client's thread goes its own way again. */
  synchronized void leave() {
    left = true;
    boolean unused = Thread.interrupted();
  }
}
