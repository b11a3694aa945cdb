package io.rihla.api.stream;

import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts for all clients together, at most once a second, and only while somebody listens and
 * something happened. ClickHouse follows the events by a moment, so it goes on asking for a while.
 */
public final class CounterBoard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CounterBoard.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final int AFTERWARDS = 4;

  private final LiveHub hub;
  private final CounterStore store;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("live-counters").daemon().factory());
  private long seen;
  private int asksLeft;

  public CounterBoard(LiveHub hub, ClickHouse clickHouse) {
    this.hub = hub;
    this.store = new CounterStore(clickHouse);
  }

  public void start() {
    var unused =
        thread.scheduleWithFixedDelay(
            this::count, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void count() {
    if (hub.clients() == 0) {
      return;
    }
    long changes = hub.changes();
    if (changes != seen) {
      seen = changes;
      asksLeft = AFTERWARDS;
    }
    if (asksLeft > 0) {
      asksLeft--;
      try {
        hub.tell(store.read());
      } catch (StoreUnavailable | RuntimeException e) {
        LOG.debug("no counters: {}", e.toString());
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
