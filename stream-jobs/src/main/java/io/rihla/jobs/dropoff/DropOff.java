package io.rihla.jobs.dropoff;

import io.rihla.jobs.sink.JsonRow;
import org.jspecify.annotations.Nullable;

/** A silence past the limit of a phase; times in epoch milliseconds. */
public record DropOff(
    String phase,
    long silentSince,
    long droppedAt,
    @Nullable Long endedAt,
    String endedBy,
    String lastTopic,
    @Nullable Double lastConfidence,
    String lastPackage) {
  static final String TABLE = "drop_offs";
  static final String RETURNED = "RETURNED";
  static final String MOVED = "MOVED";
  static final String CLOSED = "CLOSED";

  boolean isSameSilence(DropOff other) {
    return silentSince == other.silentSince && phase.equals(other.phase);
  }

  JsonRow columns(String customerKey, String conversationId, int journey) {
    return new JsonRow(customerKey, journey, silentSince, phase)
        .text("customer_key", customerKey)
        .text("conversation_id", conversationId)
        .number("journey", journey)
        .text("phase", phase)
        .number("silent_since", silentSince)
        .number("dropped_at", droppedAt)
        .maybe("ended_at", endedAt)
        .text("ended_by", endedBy)
        .maybe("returned_at", RETURNED.equals(endedBy) ? endedAt : null)
        .text("last_topic", lastTopic)
        .maybe("last_confidence", lastConfidence)
        .text("last_package", lastPackage);
  }
}
