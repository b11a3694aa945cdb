package io.rihla.functions.conversation;

import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.HandoverRequested;
import io.rihla.schemas.conversation.Priority;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.functions.Ball;
import org.jspecify.annotations.Nullable;

/** Asks for a human, once: a customer who already waits for one does not wait twice. */
final class Escalation {
  private Escalation() {}

  static void raise(Ledger ledger, HandoverReason reason, @Nullable String notes) {
    if (ledger.state().ball() != Ball.BOT) {
      return;
    }
    String code = ledger.state().packageCode();
    Role role = role(reason);
    switch (reason) {
      case PAYMENT_INTENT, PAYMENT_PROOF, EARLY_PAYMENT ->
          ledger.write(
              Ledger.BOT, new HandoverRequested(reason, role, priority(reason), code, notes));
      case CUSTOMER_REQUEST,
          ANGER,
          COMPLEX_QUESTION,
          LOW_CONFIDENCE,
          REPEATED_QUESTION,
          UNGROUNDED_ANSWER,
          MEDIA_NOT_UNDERSTOOD,
          STALE_MESSAGE,
          LLM_UNAVAILABLE ->
          ledger.write(Ledger.BOT, new Escalated(reason, role, priority(reason), code, notes));
    }
  }

  /** Who should come. */
  static Role role(HandoverReason reason) {
    return switch (reason) {
      case PAYMENT_INTENT, PAYMENT_PROOF, EARLY_PAYMENT, CUSTOMER_REQUEST -> Role.SALES_ADMIN;
      case ANGER,
          COMPLEX_QUESTION,
          LOW_CONFIDENCE,
          REPEATED_QUESTION,
          UNGROUNDED_ANSWER,
          MEDIA_NOT_UNDERSTOOD,
          STALE_MESSAGE,
          LLM_UNAVAILABLE ->
          Role.MARKETING_ADMIN;
    };
  }

  private static Priority priority(HandoverReason reason) {
    return switch (reason) {
      case ANGER -> Priority.URGENT;
      case PAYMENT_INTENT, PAYMENT_PROOF, EARLY_PAYMENT, CUSTOMER_REQUEST -> Priority.HIGH;
      case COMPLEX_QUESTION,
          LOW_CONFIDENCE,
          REPEATED_QUESTION,
          UNGROUNDED_ANSWER,
          MEDIA_NOT_UNDERSTOOD,
          STALE_MESSAGE,
          LLM_UNAVAILABLE ->
          Priority.NORMAL;
    };
  }
}
