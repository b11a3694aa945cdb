package io.rihla.functions.conversation;

import io.rihla.functions.intent.Understanding;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.TopicOfQuestion;
import io.rihla.schemas.functions.Thought;

/**
 * What a burst is told to have meant: what matters most to the business in the customer's words.
 * Where these say nothing or only greet, what the brain read in them counts.
 */
record Meant(Intent intent, TopicOfQuestion topic, double confidence) {
  static Meant of(Understanding words, Thought thought) {
    return counts(words.intent(), thought.intent())
        ? new Meant(words.intent(), words.topic(), words.confidence())
        : new Meant(thought.intent(), thought.topic(), thought.confidence());
  }

  private static boolean counts(Intent said, Intent read) {
    return switch (said) {
      case STOP, ANGER, HUMAN, PAYMENT, DETAILS, PREFERENCES, DENY, AFFIRM, THANKS -> true;
      case GREETING -> read == Intent.OTHER || read == Intent.GREETING;
      case OTHER -> false;
    };
  }
}
