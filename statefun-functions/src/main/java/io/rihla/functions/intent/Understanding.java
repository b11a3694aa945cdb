package io.rihla.functions.intent;

import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.TopicOfQuestion;
import java.util.List;

/**
 * What a text means: the intent that matters most to the business, the others beside it, what a
 * question is about (most specific first), how sure this is (0 to 1) and what was said in passing.
 */
public record Understanding(
    Intent intent,
    List<Intent> secondary,
    TopicOfQuestion topic,
    List<TopicOfQuestion> topics,
    double confidence,
    Slots slots) {
  public Understanding {
    secondary = List.copyOf(secondary);
    topics = List.copyOf(topics);
    if (confidence < 0 || confidence > 1) {
      throw new IllegalArgumentException("confidence is between 0 and 1, not " + confidence);
    }
  }

  public boolean has(Intent wanted) {
    return intent == wanted || secondary.contains(wanted);
  }
}
