package io.rihla.jobs.performance;

import io.rihla.schemas.conversation.AiAnswered;
import java.util.Objects;

/** What the brain answered, as far as figures need it. */
public record Answer(
    long latencyMs,
    String promptVersion,
    String variant,
    String model,
    String language,
    String intent,
    String topic,
    double confidence,
    long inputTokens,
    long outputTokens) {
  static Answer of(AiAnswered answered) {
    return new Answer(
        answered.latencyMs(),
        answered.promptVersion(),
        Objects.requireNonNullElse(answered.variant(), ""),
        answered.model(),
        answered.language().name(),
        answered.intent().name(),
        answered.topic().name(),
        answered.confidence(),
        answered.inputTokens(),
        answered.outputTokens());
  }
}
