package io.rihla.launcher.verify.history;

import io.rihla.schemas.conversation.ConversationEvent;

/** A row of {@code events} without its payload; times in epoch ms. */
public record ArchivedEvent(
    String eventId,
    String eventType,
    long eventTime,
    long recordedAt,
    String customerKey,
    String conversationId,
    int journey,
    String session,
    long seq,
    String cause,
    String actor,
    int partition,
    long offset) {

  /** The row that a record of the topic must become. */
  public static ArchivedEvent of(Logged<ConversationEvent> logged) {
    ConversationEvent event = logged.value();
    return new ArchivedEvent(
        event.eventId(),
        event.payload().getClass().getSimpleName(),
        event.eventTime(),
        event.recordedAt(),
        event.customerKey(),
        event.conversationId(),
        event.journey(),
        event.session(),
        event.seq(),
        event.cause(),
        event.actor(),
        logged.partition(),
        logged.offset());
  }
}
