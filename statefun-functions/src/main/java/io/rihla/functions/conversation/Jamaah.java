package io.rihla.functions.conversation;

import io.rihla.schemas.commands.RecordPayment;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.KnownLead;
import io.rihla.schemas.jamaah.JamaahRecord;
import java.util.Objects;
import java.util.Optional;

/** The preliminary pilgrim record: written when a package is booked and when it is first paid. */
final class Jamaah {
  private Jamaah() {}

  /**
   * Empty unless a lead at BOOKING, a package, or another package, became known just now. A change
   * of mind is a record of its own, numbered by what the conversation wrote last: whoever takes
   * each id once takes it too.
   */
  static Optional<Effect> booked(Ledger ledger, ConversationState before) {
    ConversationState state = ledger.state();
    String code = state.packageCode();
    Optional<String> lead = Leads.current(state);
    if (state.phase() != Phase.BOOKING || lead.isEmpty() || code == null) {
      return Optional.empty();
    }
    boolean booked =
        before.phase() == Phase.BOOKING
            && Leads.current(before).equals(lead)
            && before.packageCode() != null;
    return booked && code.equals(before.packageCode())
        ? Optional.empty()
        : Optional.of(
            new Effect.Register(
                new JamaahRecord(
                    lead.get() + "-booking" + (booked ? "-" + state.lastSeq() : ""),
                    state.customerKey(),
                    lead.get(),
                    state.phone(),
                    state.name(),
                    code,
                    null,
                    "booking",
                    ledger.now())));
  }

  /** The package is empty where nobody ever named one. */
  static Effect paid(Ledger ledger, KnownLead lead, RecordPayment payment) {
    ConversationState state = ledger.state();
    boolean current = lead.journey() == state.journey() && state.packageCode() != null;
    String code = current ? state.packageCode() : lead.packageCode();
    return new Effect.Register(
        new JamaahRecord(
            lead.leadId() + "-paid",
            state.customerKey(),
            lead.leadId(),
            state.phone(),
            state.name(),
            Objects.requireNonNullElse(code, ""),
            payment.pax(),
            "paid",
            ledger.now()));
  }
}
