package io.rihla.jobs;

import io.rihla.jobs.source.SourcedEvent;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.JourneyOpened;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.MessageKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happened to one customer, told in order; events happen when they are recorded. */
public final class Story {
  public static final long START = Instant.parse("2027-01-25T03:00:00Z").toEpochMilli();

  private final String customer;
  private final List<ConversationEvent> events = new ArrayList<>();
  private long now = START;
  private int journey;

  public Story(String customer) {
    this.customer = customer;
  }

  public long now() {
    return now;
  }

  public Story later(Duration time) {
    now += time.toMillis();
    return this;
  }

  public Story opens() {
    journey++;
    return happens(
        new JourneyOpened("62812", null, "Ani", "62812@c.us", "direct", null), "opening");
  }

  public Story writes(String messageId) {
    return happens(
        new MessageReceived(
            messageId,
            "62812@c.us",
            MessageKind.TEXT,
            "Halo",
            null,
            null,
            List.of(),
            null,
            null,
            Channel.WHATSAPP,
            false,
            now,
            null,
            null),
        messageId);
  }

  public Story happens(EventPayload payload) {
    return happens(payload, "cause-" + events.size());
  }

  public Story happens(EventPayload payload, String cause) {
    long seq = events.size() + 1;
    events.add(
        new ConversationEvent(
            customer + "-" + seq,
            now,
            now,
            customer,
            "conv_" + customer,
            journey,
            "default",
            seq,
            cause,
            "bot",
            payload));
    return this;
  }

  public List<ConversationEvent> events() {
    return events;
  }

  /** The events at the offsets of this order. */
  public static List<SourcedEvent> log(List<ConversationEvent> order) {
    List<SourcedEvent> log = new ArrayList<>();
    for (ConversationEvent event : order) {
      log.add(new SourcedEvent(event, 0, 100 + log.size()));
    }
    return log;
  }

  public List<SourcedEvent> log() {
    return log(events);
  }
}
