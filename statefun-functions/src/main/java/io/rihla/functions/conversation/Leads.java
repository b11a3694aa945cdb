package io.rihla.functions.conversation;

import io.rihla.schemas.commands.CloseJourney;
import io.rihla.schemas.commands.ConversationCommand;
import io.rihla.schemas.commands.PutLead;
import io.rihla.schemas.commands.RecordPayment;
import io.rihla.schemas.commands.RecordRefund;
import io.rihla.schemas.conversation.JourneyClosed;
import io.rihla.schemas.conversation.JourneyOpened;
import io.rihla.schemas.conversation.LeadCreated;
import io.rihla.schemas.conversation.LeadMerged;
import io.rihla.schemas.conversation.Outcome;
import io.rihla.schemas.conversation.PaymentRecorded;
import io.rihla.schemas.conversation.PaymentRefunded;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.KnownLead;
import io.rihla.schemas.functions.KnownMoney;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record of a journey: one lead per journey, whoever reports it, and the money that belongs to
 * it, each reference once. The first payment closes the journey as paid.
 */
final class Leads {
  /** The lead of the journey that is, or was last, open. */
  static Optional<String> current(ConversationState state) {
    return of(state, null).map(KnownLead::leadId);
  }

  Optional<String> put(Ledger ledger, ConversationCommand command, PutLead lead) {
    String actor = Commands.actor(command);
    if (!ledger.state().open()) {
      String chat = ledger.state().chatId();
      ledger.write(
          actor,
          new JourneyOpened(
              lead.phone(),
              null,
              lead.name(),
              chat.isEmpty() ? lead.phone() + "@c.us" : chat,
              lead.source(),
              null));
      ledger.write(
          actor,
          new PhaseChanged(null, Phase.LEADS, "first_contact", null, lead.aiConfidence(), null));
    }
    forward(ledger, actor, lead.phase(), "lead", lead.aiConfidence());
    Optional<String> current = current(ledger.state());
    if (current.isPresent()) {
      ledger.write(
          actor,
          new LeadMerged(
              current.get(),
              "%s-m%d".formatted(current.get(), ledger.state().lastSeq() + 1),
              lead.phase(),
              lead.packageCode(),
              lead.source(),
              lead.name(),
              lead.phone(),
              lead.summary(),
              lead.aiConfidence()));
    } else {
      ledger.write(
          actor,
          new LeadCreated(
              id(ledger.state()),
              ledger.state().phase(),
              lead.packageCode(),
              lead.source(),
              lead.name(),
              lead.phone(),
              lead.summary(),
              lead.aiConfidence()));
    }
    return Optional.empty();
  }

  Optional<String> pay(Ledger ledger, ConversationCommand command, RecordPayment payment) {
    ConversationState state = ledger.state();
    Optional<KnownLead> found = of(state, payment.leadId());
    if (found.isEmpty()) {
      return Optional.of("there is no such lead: create it before you record a payment");
    }
    KnownLead lead = found.get();
    KnownMoney money =
        new KnownMoney(
            lead.leadId(), payment.reference(), payment.amount(), payment.currency(), false);
    Optional<KnownMoney> known = known(state, money);
    if (known.isPresent()) {
      return differs(known.get(), money);
    }
    Optional<String> currency = otherCurrency(state, money);
    if (currency.isPresent()) {
      return Optional.of("this lead is paid in " + currency.get() + ", not " + money.currency());
    }
    String actor = Commands.actor(command);
    boolean open = lead.journey() == state.journey() && state.open();
    if (open) {
      forward(ledger, actor, Phase.BOOKING, "payment", null);
    }
    ledger.write(
        actor,
        new PaymentRecorded(
            lead.leadId(),
            payment.reference(),
            payment.amount(),
            payment.currency(),
            payment.pax()));
    if (open) {
      ledger.write(actor, new JourneyClosed(Outcome.PAID, null));
    }
    if (lead.outcome() != Outcome.PAID) {
      ledger.effect(Jamaah.paid(ledger, lead, payment));
    }
    return Optional.empty();
  }

  Optional<String> refund(Ledger ledger, ConversationCommand command, RecordRefund refund) {
    ConversationState state = ledger.state();
    Optional<KnownLead> lead = of(state, refund.leadId());
    if (lead.isEmpty()) {
      return Optional.of("there is no such lead");
    }
    KnownMoney money =
        new KnownMoney(
            lead.get().leadId(), refund.reference(), refund.amount(), refund.currency(), true);
    Optional<KnownMoney> known = known(state, money);
    if (known.isPresent()) {
      return differs(known.get(), money);
    }
    long left = left(state, money);
    if (refund.amount() > left) {
      return Optional.of("no more than %d %s can be refunded".formatted(left, refund.currency()));
    }
    ledger.write(
        Commands.actor(command),
        new PaymentRefunded(
            money.leadId(), refund.reference(), refund.amount(), refund.currency()));
    return Optional.empty();
  }

  Optional<String> close(Ledger ledger, ConversationCommand command, CloseJourney close) {
    ConversationState state = ledger.state();
    Optional<KnownLead> lead = of(state, close.leadId());
    if (close.outcome() == Outcome.PAID) {
      return Optional.of("a journey is paid when a payment is recorded");
    }
    if (lead.isEmpty() && close.leadId() != null) {
      return Optional.of("there is no such lead");
    }
    Outcome outcome = lead.map(KnownLead::outcome).orElse(null);
    if (outcome == close.outcome()) {
      return Optional.empty();
    }
    if (outcome != null) {
      return Optional.of("the journey is closed already: " + outcome);
    }
    if (!state.open()) {
      return Optional.of("no journey of this customer is open");
    }
    ledger.write(Commands.actor(command), new JourneyClosed(close.outcome(), close.reason()));
    return Optional.empty();
  }

  /** Whatever brought a journey to BOOKING: it has a lead, and the pilgrim a preliminary record. */
  void keep(Ledger ledger, ConversationState before) {
    ConversationState state = ledger.state();
    if (state.open() && state.phase() == Phase.BOOKING && current(state).isEmpty()) {
      ledger.write(
          Ledger.SYSTEM,
          new LeadCreated(
              id(state),
              state.phase(),
              state.packageCode(),
              "conversation",
              state.name(),
              state.phone(),
              null,
              null));
    }
    Jamaah.booked(ledger, before).ifPresent(ledger::effect);
  }

  private static String id(ConversationState state) {
    return "lead_%s-%d".formatted(state.conversationId().substring(5), state.journey());
  }

  /** The lead of that id; without one, that of the current journey. */
  private static Optional<KnownLead> of(ConversationState state, @Nullable String leadId) {
    return state.leads().stream()
        .filter(
            lead ->
                leadId == null ? lead.journey() == state.journey() : lead.leadId().equals(leadId))
        .findFirst();
  }

  private static void forward(
      Ledger ledger, String actor, Phase to, String trigger, @Nullable Double confidence) {
    Phase from = ledger.state().phase();
    if (to.compareTo(from) > 0) {
      ledger.write(actor, new PhaseChanged(from, to, trigger, null, confidence, null));
    }
  }

  private static Optional<KnownMoney> known(ConversationState state, KnownMoney money) {
    return state.money().stream()
        .filter(one -> one.reference().equals(money.reference()) && one.refund() == money.refund())
        .findFirst();
  }

  private static Optional<String> differs(KnownMoney known, KnownMoney money) {
    return known.equals(money)
        ? Optional.empty()
        : Optional.of(
            "reference %s was recorded before as %d %s for %s"
                .formatted(known.reference(), known.amount(), known.currency(), known.leadId()));
  }

  /** Sums of one lead are only sums in one currency. */
  private static Optional<String> otherCurrency(ConversationState state, KnownMoney money) {
    return state.money().stream()
        .filter(one -> one.leadId().equals(money.leadId()))
        .map(KnownMoney::currency)
        .filter(currency -> !currency.equals(money.currency()))
        .findFirst();
  }

  private static long left(ConversationState state, KnownMoney refund) {
    return state.money().stream()
        .filter(
            one -> one.leadId().equals(refund.leadId()) && one.currency().equals(refund.currency()))
        .mapToLong(one -> one.refund() ? -one.amount() : one.amount())
        .sum();
  }
}
