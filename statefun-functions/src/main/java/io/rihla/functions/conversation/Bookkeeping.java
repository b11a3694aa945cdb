package io.rihla.functions.conversation;

import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.LeadCreated;
import io.rihla.schemas.conversation.LeadMerged;
import io.rihla.schemas.conversation.Outcome;
import io.rihla.schemas.conversation.PaymentRecorded;
import io.rihla.schemas.conversation.PaymentRefunded;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.KnownLead;
import io.rihla.schemas.functions.KnownMoney;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of {@link Evolution} that is about leads and money. */
final class Bookkeeping {
  static final int LEADS = 10;
  static final int MONEY = 60;

  private Bookkeeping() {}

  static int journeyOf(ConversationState state, String leadId) {
    return state.leads().stream()
        .filter(lead -> lead.leadId().equals(leadId))
        .mapToInt(KnownLead::journey)
        .findFirst()
        .orElse(state.journey());
  }

  static ConversationState created(
      ConversationState state, ConversationEvent event, LeadCreated created) {
    KnownLead lead = new KnownLead(created.leadId(), event.journey(), null, created.packageCode());
    return known(state, created.name(), created.phone(), created.packageCode())
        .withLeads(Bounded.append(state.leads(), lead, LEADS));
  }

  static ConversationState merged(ConversationState state, LeadMerged merged) {
    return known(state, merged.name(), merged.phone(), merged.packageCode());
  }

  static ConversationState paid(ConversationState state, PaymentRecorded payment) {
    return outcome(state, journeyOf(state, payment.leadId()), Outcome.PAID)
        .withMoney(
            Bounded.append(
                state.money(),
                new KnownMoney(
                    payment.leadId(),
                    payment.reference(),
                    payment.amount(),
                    payment.currency(),
                    false),
                MONEY));
  }

  static ConversationState refunded(ConversationState state, PaymentRefunded refund) {
    return state.withMoney(
        Bounded.append(
            state.money(),
            new KnownMoney(
                refund.leadId(), refund.reference(), refund.amount(), refund.currency(), true),
            MONEY));
  }

  static ConversationState outcome(ConversationState state, int journey, Outcome outcome) {
    return state.withLeads(
        state.leads().stream()
            .map(
                lead ->
                    lead.journey() == journey
                        ? new KnownLead(lead.leadId(), lead.journey(), outcome, lead.packageCode())
                        : lead)
            .toList());
  }

  /** Before the next journey forgets it, a lead keeps the package its journey was about. */
  static List<KnownLead> settled(ConversationState state) {
    return state.leads().stream()
        .map(
            lead ->
                lead.journey() == state.journey() && state.packageCode() != null
                    ? new KnownLead(
                        lead.leadId(), lead.journey(), lead.outcome(), state.packageCode())
                    : lead)
        .toList();
  }

  private static ConversationState known(
      ConversationState state,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String packageCode) {
    return state
        .withName(state.name() == null ? name : state.name())
        .withPhone(state.phone() == null ? phone : state.phone())
        .withPackageCode(packageCode == null ? state.packageCode() : packageCode);
  }
}
