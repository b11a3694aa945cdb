package io.rihla.api.failures;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * An answer that led nowhere; times in ISO 8601 UTC.
 *
 * @param reason ESCALATION, REJECTION or SILENCE
 * @param detail why a human was needed, or why the answer was refused
 * @param question what the customer wrote before
 */
@JsonPropertyOrder({"id", "conversation_id", "reason", "detail", "question", "answer"})
record Failure(
    String id,
    String conversationId,
    String reason,
    @Nullable String detail,
    @Nullable String question,
    @Nullable String answer,
    @Nullable String promptVersion,
    @Nullable String variant,
    @Nullable String model,
    @Nullable String topic,
    @Nullable Double confidence,
    @Nullable String phase,
    @Nullable String interestedPackage,
    long journey,
    @Nullable String answeredAt,
    @Nullable String failedAt) {

  /** For the names of the columns. */
  static final Failure NONE =
      new Failure(
          "", "", "", null, null, null, null, null, null, null, null, null, null, 0, null, null);
}
