package io.rihla.api.webhook;

import io.rihla.api.kafka.LogUnavailable;
import io.rihla.api.kafka.TopicTail;
import io.rihla.schemas.topics.Topics;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what all api servers hear: the two halves of a message that comes under a lid and under a
 * phone may have gone to two of them, and only together they tell whose lid it is.
 */
public final class OtherServers implements TopicTail.Listener<WhatsAppEvent>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OtherServers.class);

  private final InboundFeed feed;
  private final TopicTail<WhatsAppEvent> tail;

  public OtherServers(InboundFeed feed, String bootstrapServers) {
    this.feed = feed;
    this.tail = new TopicTail<>(Topics.WHATSAPP_INBOUND, bootstrapServers, Optional.empty(), this);
  }

  public void start() {
    tail.start();
  }

  @Override
  public void began(Map<Integer, Long> positions) {
    // twins come within seconds of each other: nothing of before matters
  }

  @Override
  public void record(int partition, long offset, WhatsAppEvent event) {
    try {
      feed.hear(event);
    } catch (LogUnavailable e) {
      LOG.warn("twin_not_told partition={} offset={}: {}", partition, offset, e.getMessage());
    }
  }

  @Override
  public void caughtUp() {
    // nobody waits for it
  }

  @Override
  public void close() {
    tail.close();
  }
}
