package io.rihla.functions.brain;

import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.TopicOfQuestion;
import io.rihla.schemas.functions.MediaWish;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which text answers, and what goes with it. {@code question} is empty when it asks nothing. */
record Draft(
    String text,
    String question,
    Intent intent,
    TopicOfQuestion topic,
    double confidence,
    List<MediaWish> media,
    @Nullable HandoverReason needsHuman) {

  static Draft greeting(String text, String question, double confidence) {
    return new Draft(
        text, question, Intent.GREETING, TopicOfQuestion.GREETING, confidence, List.of(), null);
  }

  static Draft details(String text, TopicOfQuestion topic, double confidence) {
    return new Draft(text, "question_more", Intent.DETAILS, topic, confidence, List.of(), null);
  }

  static Draft preference(String text, String question, double confidence) {
    return new Draft(
        text,
        question,
        Intent.PREFERENCES,
        TopicOfQuestion.PREFERENCE,
        confidence,
        List.of(),
        null);
  }

  Draft showing(MediaWish wish) {
    return new Draft(text, question, intent, topic, confidence, List.of(wish), needsHuman);
  }
}
