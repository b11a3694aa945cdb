package io.rihla.functions.conversation;

import io.rihla.functions.intent.Understanding;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.Phase;
import java.util.Optional;

/**
 * How far a burst moves a journey, and whether it calls for a human. Only the customer's own words
 * count, read by rules: what a model says about them moves nobody towards a booking.
 *
 * @param trigger why the phase changes, as it stands in {@code PhaseChanged}
 */
record Progress(Optional<Phase> phase, String trigger, Optional<HandoverReason> human) {
  private static final Progress NONE = new Progress(Optional.empty(), "", Optional.empty());

  /** What is known beside the words. */
  record Circumstances(
      Phase phase, boolean packageKnown, boolean questionOpen, boolean paymentProof) {}

  static Progress of(Understanding words, Circumstances now) {
    if (words.has(Intent.ANGER)) {
      return human(HandoverReason.ANGER);
    }
    if (now.paymentProof()) {
      return buying(now, "payment_proof", HandoverReason.PAYMENT_PROOF);
    }
    if (words.intent() == Intent.PAYMENT) {
      return now.packageKnown()
          ? buying(now, "payment_intent", HandoverReason.PAYMENT_INTENT)
          : buying(now, "early_payment", HandoverReason.EARLY_PAYMENT);
    }
    if (words.has(Intent.HUMAN)) {
      return human(HandoverReason.CUSTOMER_REQUEST);
    }
    return switch (words.intent()) {
      case DETAILS -> forward(now, Phase.INTEREST, "details_asked");
      case PREFERENCES -> forward(now, Phase.INTEREST, "preferences_given");
      case AFFIRM -> now.questionOpen() ? forward(now, Phase.INTEREST, "question_affirmed") : NONE;
      case GREETING, PAYMENT, HUMAN, THANKS, DENY, STOP, ANGER, OTHER -> NONE;
    };
  }

  private static Progress human(HandoverReason reason) {
    return new Progress(Optional.empty(), "", Optional.of(reason));
  }

  /** Ready to buy: a booking when it is known what, else interest that a human should meet fast. */
  private static Progress buying(Circumstances now, String trigger, HandoverReason reason) {
    Phase phase = now.packageKnown() ? Phase.BOOKING : Phase.INTEREST;
    return new Progress(forward(now, phase, trigger).phase(), trigger, Optional.of(reason));
  }

  private static Progress forward(Circumstances now, Phase phase, String trigger) {
    return phase.compareTo(now.phase()) > 0
        ? new Progress(Optional.of(phase), trigger, Optional.empty())
        : NONE;
  }
}
