package io.rihla.jobs.archive;

import io.rihla.jobs.sink.JsonRow;
import io.rihla.jobs.sink.TableRow;
import io.rihla.jobs.source.SourcedEvent;
import io.rihla.schemas.codec.RecordData;
import io.rihla.schemas.conversation.ConversationEvent;

/** A row of {@code events}; times in epoch milliseconds, the payload as JSON. */
public record EventRow(
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
    String payload,
    int sourcePartition,
    long sourceOffset)
    implements TableRow {
  public static final String TABLE = "events";

  public static EventRow of(SourcedEvent sourced) {
    ConversationEvent event = sourced.event();
    return new EventRow(
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
        RecordData.json(event.payload()),
        sourced.partition(),
        sourced.offset());
  }

  @Override
  public byte[] json() {
    return new JsonRow()
        .text("event_id", eventId)
        .text("event_type", eventType)
        .number("event_time", eventTime)
        .number("recorded_at", recordedAt)
        .text("customer_key", customerKey)
        .text("conversation_id", conversationId)
        .number("journey", journey)
        .text("session", session)
        .number("seq", seq)
        .text("cause", cause)
        .text("actor", actor)
        .json("payload", payload)
        .number("source_partition", sourcePartition)
        .number("source_offset", sourceOffset)
        .bytes();
  }
}
