package io.rihla.api.webhook;

import io.rihla.api.kafka.LogUnavailable;
import io.rihla.schemas.topics.TopicFollower;
import io.rihla.schemas.topics.Topics;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what all api servers hear: the two halves of a message that comes under a lid and under a
 * phone may have gone to two of them, and only together they tell whose lid it is.
 */
public final class OtherServers implements TopicFollower.Listener<WhatsAppEvent>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OtherServers.class);

  private final InboundFeed feed;
  private final TopicFollower<WhatsAppEvent> follower;

  public OtherServers(InboundFeed feed, String bootstrapServers) {
    this.feed = feed;
    // twins come within seconds of each other: nothing of before matters
    this.follower = TopicFollower.fromNow(Topics.WHATSAPP_INBOUND, bootstrapServers, this);
  }

  public void start() {
    follower.start();
  }

  @Override
  public void record(TopicFollower.Position at, String key, WhatsAppEvent event) {
    try {
      feed.hear(event);
    } catch (LogUnavailable e) {
      LOG.warn("twin_not_told {}: {}", at, e.getMessage());
    }
  }

  @Override
  public void close() {
    follower.close();
  }
}
