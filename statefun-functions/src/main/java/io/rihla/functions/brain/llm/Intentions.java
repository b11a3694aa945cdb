package io.rihla.functions.brain.llm;

import io.rihla.functions.brain.Words;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.TopicOfQuestion;
import io.rihla.schemas.functions.ThoughtRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the customer wants. What changes a phase or calls sales is read from the customer's own
 * words; a model that was talked into it changes nothing.
 */
final class Intentions {
  record Reading(Intent intent, TopicOfQuestion topic, @Nullable HandoverReason needsHuman) {}

  private final Words words = new Words();

  Reading of(ThoughtRequest request, ModelAnswer answer) {
    HandoverReason doubt = answer.needsHuman() ? HandoverReason.COMPLEX_QUESTION : null;
    if (words.wantToPay(request)) {
      return new Reading(
          Intent.PAYMENT,
          TopicOfQuestion.PAYMENT,
          request.packageCode() == null
              ? HandoverReason.EARLY_PAYMENT
              : HandoverReason.PAYMENT_INTENT);
    }
    return switch (answer.intent()) {
      case GREETING, DETAILS, PREFERENCES, THANKS, AFFIRM, DENY, OTHER ->
          new Reading(answer.intent(), answer.topic(), doubt);
      case HUMAN -> new Reading(Intent.HUMAN, answer.topic(), HandoverReason.CUSTOMER_REQUEST);
      case ANGER -> new Reading(Intent.ANGER, answer.topic(), HandoverReason.ANGER);
      // only the customer's words can say these
      case PAYMENT, STOP ->
          new Reading(Intent.OTHER, TopicOfQuestion.OTHER, HandoverReason.COMPLEX_QUESTION);
    };
  }
}
