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
    switch (reason) {
      case PAYMENT_INTENT, PAYMENT_PROOF, EARLY_PAYMENT ->
          ledger.write(
              Ledger.BOT,
              new HandoverRequested(reason, Role.SALES_ADMIN, Priority.HIGH, code, notes));
      case CUSTOMER_REQUEST ->
          ledger.write(
              Ledger.BOT, new Escalated(reason, Role.SALES_ADMIN, Priority.HIGH, code, notes));
      case ANGER ->
          ledger.write(
              Ledger.BOT,
              new Escalated(reason, Role.MARKETING_ADMIN, Priority.URGENT, code, notes));
      case COMPLEX_QUESTION,
          LOW_CONFIDENCE,
          REPEATED_QUESTION,
          UNGROUNDED_ANSWER,
          MEDIA_NOT_UNDERSTOOD,
          STALE_MESSAGE,
          LLM_UNAVAILABLE ->
          ledger.write(
              Ledger.BOT,
              new Escalated(reason, Role.MARKETING_ADMIN, Priority.NORMAL, code, notes));
    }
  }
}
