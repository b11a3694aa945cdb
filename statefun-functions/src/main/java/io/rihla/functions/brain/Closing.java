package io.rihla.functions.brain;

import io.rihla.schemas.functions.Thought;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sentence an answer ends with, in place of the question it would have ended with. */
final class Closing {
  private Closing() {}

  static Thought with(Thought thought, String sentence) {
    List<String> parts = new ArrayList<>(thought.answer());
    String last = without(parts.removeLast(), thought.question());
    parts.add(last.isEmpty() ? sentence : last + "\n\n" + sentence);
    return thought
        .withAnswer(List.copyOf(parts))
        .withQuestion(sentence.strip().endsWith("?") ? sentence : null);
  }

  private static String without(String text, @Nullable String question) {
    String plain = text.strip();
    return question != null && plain.endsWith(question)
        ? plain.substring(0, plain.length() - question.length()).strip()
        : plain;
  }
}
