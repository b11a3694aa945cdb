package io.rihla.api.kafka;

import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.Tick;
import io.rihla.schemas.topics.Topic;
import io.rihla.schemas.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets time pass on a quiet system: every so often a tick on every partition of the events. Two
 * servers tick twice, which harms nobody.
 */
public final class TickSource implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TickSource.class);
  private static final String KEY = "tick";

  private final EventLog log;
  private final Clock clock;
  private final Duration period;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("ticks").daemon().factory());

  public TickSource(EventLog log, Clock clock, Duration period) {
    this.log = log;
    this.clock = clock;
    this.period = period;
  }

  public void start() {
    var unused =
        thread.scheduleWithFixedDelay(this::tick, 0, period.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
        var unused = log.begin(Topics.CONVERSATION_EVENTS, partition, KEY, event(partition));
      }
    } catch (LogUnavailable | RuntimeException e) {
      LOG.warn("no tick: {}", e.toString());
    }
  }

  private ConversationEvent event(int partition) {
    long now = clock.millis();
    String id = "tick_" + UUID.randomUUID();
    return new ConversationEvent(id, now, now, "", "", 0, "", 0, id, "system", new Tick(partition));
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
