package io.rihla.jobs.performance;

import io.rihla.jobs.sink.JsonRow;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One AI answer, how fast it reached the customer and whether a human had to help. */
record AnswerRow(
    String thoughtId,
    int journey,
    long answeredAt,
    @Nullable Long receivedAt,
    @Nullable Long firstPartAt,
    Answer answer,
    BigDecimal cost,
    String escalationReason,
    long episodeSeq) {
  static final String TABLE = "ai_answers";

  JsonRow columns(String customerKey) {
    return new JsonRow(answeredAt, customerKey, thoughtId)
        .text("customer_key", customerKey)
        .number("journey", journey)
        .text("thought_id", thoughtId)
        .number("answered_at", answeredAt)
        .maybe("received_at", receivedAt)
        .maybe("first_part_at", firstPartAt)
        .maybe("response_ms", responseMs())
        .number("latency_ms", answer.latencyMs())
        .text("prompt_version", answer.promptVersion())
        .text("variant", answer.variant())
        .text("model", answer.model())
        .text("language", answer.language())
        .text("intent", answer.intent())
        .text("topic", answer.topic())
        .number("confidence", answer.confidence())
        .number("input_tokens", answer.inputTokens())
        .number("output_tokens", answer.outputTokens())
        .json("cost", cost.toPlainString())
        .flag("escalated", !escalationReason.isEmpty())
        .text("escalation_reason", escalationReason)
        .number("episode_seq", episodeSeq);
  }

  private @Nullable Long responseMs() {
    return receivedAt == null || firstPartAt == null ? null : firstPartAt - receivedAt;
  }
}
