package io.rihla.jobs.performance;

import io.rihla.jobs.sink.JsonRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of conversation without a day of silence; times in epoch milliseconds. */
record Episode(
    long firstSeq,
    int journey,
    long startedAt,
    long lastMessageAt,
    int messagesIn,
    int messagesOut,
    int answers,
    List<String> escalations,
    List<String> handovers,
    @Nullable Long resolvedAt,
    @Nullable Long rating,
    @Nullable Answer firstAnswer,
    @Nullable Answer lastAnswer) {
  static final String TABLE = "episodes";

  /** It had an AI answer and nobody had to help. */
  boolean successful() {
    return answers > 0 && escalations.isEmpty();
  }

  JsonRow columns(String customerKey, String conversationId) {
    return new JsonRow(customerKey, firstSeq)
        .text("customer_key", customerKey)
        .text("conversation_id", conversationId)
        .number("first_seq", firstSeq)
        .number("journey", journey)
        .number("started_at", startedAt)
        .number("last_message_at", lastMessageAt)
        .number("messages_in", messagesIn)
        .number("messages_out", messagesOut)
        .number("ai_answers", answers)
        .texts("escalations", escalations)
        .texts("handovers", handovers)
        .flag("successful", successful())
        .maybe("resolved_at", resolvedAt)
        .maybe("rating", rating)
        .text("prompt_version", firstAnswer == null ? "" : firstAnswer.promptVersion())
        .text("variant", firstAnswer == null ? "" : firstAnswer.variant())
        .text("language", lastAnswer == null ? "" : lastAnswer.language());
  }
}
