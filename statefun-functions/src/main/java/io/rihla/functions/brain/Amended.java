package io.rihla.functions.brain;

import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.functions.Thought;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies of a thought with a part of it replaced. */
public final class Amended {
  private Amended() {}

  static Thought answer(Thought thought, String text, String fact) {
    return copy(
        thought,
        List.of(text),
        List.of(fact),
        thought.confidence(),
        thought.needsHuman(),
        thought.model(),
        thought.rejected());
  }

  static Thought confidence(Thought thought, double confidence) {
    return copy(
        thought,
        thought.answer(),
        thought.facts(),
        confidence,
        thought.needsHuman(),
        thought.model(),
        thought.rejected());
  }

  static Thought refused(Thought thought, List<String> rejected) {
    return copy(
        thought,
        thought.answer(),
        thought.facts(),
        thought.confidence(),
        thought.needsHuman(),
        thought.model(),
        rejected);
  }

  /** The offline brain's answer in place of a model's; whoever reads {@code model} knows. */
  public static Thought fallback(
      Thought thought,
      double confidence,
      @Nullable HandoverReason needsHuman,
      String model,
      List<String> rejected) {
    return copy(
        thought, thought.answer(), thought.facts(), confidence, needsHuman, model, rejected);
  }

  /** The same with the time and tokens a model has cost. */
  public static Thought cost(Thought thought, long latencyMs, int inputTokens, int outputTokens) {
    return thought
        .withLatencyMs(latencyMs)
        .withInputTokens(inputTokens)
        .withOutputTokens(outputTokens);
  }

  private static Thought copy(
      Thought thought,
      List<String> answer,
      List<String> facts,
      double confidence,
      @Nullable HandoverReason needsHuman,
      String model,
      List<String> rejected) {
    return thought
        .withAnswer(answer)
        .withFacts(facts)
        .withConfidence(confidence)
        .withNeedsHuman(needsHuman)
        .withModel(model)
        .withRejected(rejected);
  }
}
