package io.rihla.launcher.demo;

import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.IgnoreReason;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.TopicOfQuestion;
import org.jspecify.annotations.Nullable;

/** What becomes of what a customer wrote. */
sealed interface Fate {
  /**
   * The bot answers.
   *
   * @param exposed whether the customer meets the experiment now for the first time
   * @param moves the phase that is reached by it
   * @param need why a human is asked for
   */
  record Answered(
      long thoughtAt,
      long answeredAt,
      TopicOfQuestion topic,
      Intent intent,
      double confidence,
      String prompt,
      @Nullable String variant,
      boolean exposed,
      @Nullable Phase moves,
      String trigger,
      @Nullable HandoverReason need,
      String text,
      boolean picture,
      long acceptedAt)
      implements Fate {
    /** Whether a human is needed because the customer is ready to buy. */
    boolean handover() {
      return need == HandoverReason.PAYMENT_INTENT;
    }
  }

  /** The bot keeps silent. */
  record Unheard(IgnoreReason reason) implements Fate {}

  /** Learned too late for the bot: a human is asked for. */
  record Stale(boolean escalates) implements Fate {}
}
