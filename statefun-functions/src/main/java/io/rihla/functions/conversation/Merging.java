package io.rihla.functions.conversation;

import io.rihla.schemas.conversation.AttributionSource;
import io.rihla.schemas.conversation.BotSwitched;
import io.rihla.schemas.conversation.CampaignAttributed;
import io.rihla.schemas.conversation.CustomerForwarded;
import io.rihla.schemas.conversation.CustomerMerged;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.ExistingChatFound;
import io.rihla.schemas.conversation.HandoverAssigned;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.IgnoreReason;
import io.rihla.schemas.conversation.JourneyOpened;
import io.rihla.schemas.conversation.LanguageDetected;
import io.rihla.schemas.conversation.LeadCreated;
import io.rihla.schemas.conversation.LeadMerged;
import io.rihla.schemas.conversation.MessageIgnored;
import io.rihla.schemas.conversation.OptedOut;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.conversation.TakenOverFromPhone;
import io.rihla.schemas.conversation.Touch;
import io.rihla.schemas.functions.AdoptConversation;
import io.rihla.schemas.functions.Ball;
import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.KnownLead;
import io.rihla.schemas.identity.CustomerKey;
import io.rihla.schemas.whatsapp.PhoneLearned;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A lid whose phone became known hands everything to the phone's conversation and forwards from
 * then on. An open journey moves along with its own times; closed ones stay where they were
 * counted. What was said once is known on both sides, so a twin is answered once.
 */
final class Merging {
  static final String TRIGGER = "merged";

  private final Gathering gathering;

  Merging(Gathering gathering) {
    this.gathering = gathering;
  }

  /** At the lid: replies that are going out finish, everything else goes on at the phone. */
  static void handOn(Ledger ledger, PhoneLearned learned) {
    ConversationState state = ledger.state();
    if (state.lastSeq() == 0 || learned.owner().equals(state.customerKey())) {
      return;
    }
    Patience.clear(ledger);
    ConversationState handed = ledger.state();
    ledger.write(
        Ledger.SYSTEM,
        new CustomerForwarded(learned.owner(), new CustomerKey(learned.owner()).conversationId()));
    ledger.effect(
        new Effect.HandOn(
            learned.owner(),
            new AdoptConversation(
                state.customerKey(), state.conversationId(), learned.phone(), handed)));
  }

  /** At the phone. */
  void adopt(Ledger ledger, AdoptConversation adopted) {
    ConversationState mine = ledger.state();
    ConversationState theirs = adopted.state();
    if (mine.mergedKeys().contains(adopted.fromKey())) {
      return;
    }
    ledger.write(
        Ledger.SYSTEM, new CustomerMerged(adopted.fromKey(), adopted.fromConversationId()));
    if (mine.lastSeq() == 0) {
      begin(ledger, theirs);
    }
    dropAnswered(ledger, theirs);
    moveJourney(ledger, mine, theirs, adopted.phone());
    // a campaign that moves here is not named anew: who was greeted there is not greeted again
    boolean fresh = mine.freshCode() || (mine.answered() == 0 && theirs.freshCode());
    ledger.amend(state -> Union.of(state, theirs, adopted.phone()).withFreshCode(fresh));
    moveLead(ledger, mine, theirs);
    moveBall(ledger, mine, theirs);
    goOn(ledger);
  }

  private static void begin(Ledger ledger, ConversationState theirs) {
    if (theirs.existingChat()) {
      ledger.write(Ledger.SYSTEM, new ExistingChatFound(null));
    }
    if (theirs.language() != ledger.state().language()) {
      ledger.write(Ledger.SYSTEM, new LanguageDetected(theirs.language(), 1));
    }
  }

  /** What waits here and was answered, or is being answered, there. */
  private static void dropAnswered(Ledger ledger, ConversationState theirs) {
    List<String> waiting = theirs.burst().stream().map(BurstMessage::messageId).toList();
    for (BurstMessage message : ledger.state().burst()) {
      boolean heard =
          theirs.seen().contains(Evolution.identity(theirs.session(), false, message.messageId()));
      if (heard && !waiting.contains(message.messageId())) {
        ledger.write(
            Ledger.SYSTEM, new MessageIgnored(message.messageId(), IgnoreReason.DUPLICATE));
      }
    }
  }

  private static void moveJourney(
      Ledger ledger, ConversationState mine, ConversationState theirs, String phone) {
    if (!theirs.open()) {
      return;
    }
    long opened = time(theirs.openedAt(), ledger);
    if (!mine.open()) {
      ledger.write(
          Ledger.SYSTEM,
          opened,
          new JourneyOpened(
              phone,
              theirs.lid(),
              theirs.name(),
              theirs.chatId(),
              Objects.requireNonNullElse(theirs.source(), "direct"),
              theirs.language()));
      ledger.write(
          Ledger.SYSTEM, opened, new PhaseChanged(null, Phase.LEADS, TRIGGER, null, null, null));
    }
    boolean earlier = !mine.open() || opened < mine.openedAt();
    campaign(ledger, theirs, opened, earlier);
    forward(ledger, theirs, Phase.INTEREST, theirs.interestAt());
    forward(ledger, theirs, Phase.BOOKING, theirs.bookingAt());
  }

  private static void forward(Ledger ledger, ConversationState theirs, Phase to, long at) {
    Phase from = ledger.state().phase();
    boolean reached = at != 0 || theirs.phase() == to;
    if (reached && to.compareTo(from) > 0 && theirs.phase().compareTo(to) >= 0) {
      ledger.write(
          Ledger.SYSTEM, time(at, ledger), new PhaseChanged(from, to, TRIGGER, null, null, null));
    }
  }

  private static void campaign(Ledger ledger, ConversationState theirs, long at, boolean earlier) {
    String first = theirs.firstCampaign();
    if (first == null) {
      return;
    }
    boolean ad = first.startsWith("ad:");
    Touch touch = earlier || ledger.state().firstCampaign() == null ? Touch.FIRST : Touch.LAST;
    ledger.write(
        Ledger.SYSTEM,
        at,
        new CampaignAttributed(
            ad ? null : first,
            ad ? null : first,
            touch,
            ad ? AttributionSource.AD_REFERRAL : AttributionSource.CODE,
            ad && !first.equals("ad:null") ? first.substring(3) : null,
            null,
            TRIGGER));
  }

  /** One journey, one lead: the phone's own goes on, the lid's becomes part of it or moves. */
  private static void moveLead(Ledger ledger, ConversationState mine, ConversationState theirs) {
    Optional<String> here = mine.open() ? Leads.current(mine) : Optional.empty();
    Optional<String> there = theirs.open() ? Leads.current(theirs) : Optional.empty();
    if (there.isEmpty()) {
      return;
    }
    ConversationState state = ledger.state();
    ledger.write(
        Ledger.SYSTEM,
        here.isPresent()
            ? new LeadMerged(
                here.get(),
                there.get(),
                theirs.phase(),
                theirs.packageCode(),
                TRIGGER,
                theirs.name(),
                state.phone(),
                null,
                null)
            : new LeadCreated(
                there.get(),
                state.phase(),
                theirs.packageCode(),
                "conversation",
                theirs.name(),
                state.phone(),
                null,
                null));
  }

  private static void moveBall(Ledger ledger, ConversationState mine, ConversationState theirs) {
    if (theirs.optedOut() && !mine.optedOut()) {
      ledger.write(Ledger.SYSTEM, new OptedOut(null));
    }
    if (theirs.botOff() && !mine.botOff()) {
      Silence.ignoreAll(ledger, IgnoreReason.BOT_OFF);
      ledger.write(Ledger.SYSTEM, new BotSwitched(false));
    }
    HandoverReason need = theirs.need();
    if (theirs.ball() != Ball.BOT && mine.ball() == Ball.BOT && need != null) {
      Escalation.raise(ledger, need, TRIGGER);
    } else if (theirs.ball() == Ball.WAITING && mine.ball() == Ball.BOT) {
      ledger.write(
          Ledger.SYSTEM,
          new Escalated(
              HandoverReason.CUSTOMER_REQUEST,
              Escalation.role(HandoverReason.CUSTOMER_REQUEST),
              io.rihla.schemas.conversation.Priority.HIGH,
              theirs.packageCode(),
              TRIGGER));
    }
    String holder = theirs.holder();
    if (theirs.ball() == Ball.ASSIGNED && mine.ball() != Ball.ASSIGNED) {
      List<io.rihla.schemas.functions.OpenReply> begun = Replies.begunByBot(ledger.state());
      ledger.write(
          Ledger.SYSTEM,
          holder == null
              ? new TakenOverFromPhone(TRIGGER)
              : new HandoverAssigned(holder, null, null));
      Replies.cancel(ledger, begun, "assigned");
    }
  }

  private void goOn(Ledger ledger) {
    ConversationState state = ledger.state();
    if (!state.burst().isEmpty() && state.thought() == null && state.ball() != Ball.ASSIGNED) {
      gathering.gather(ledger);
    }
  }

  /** Conversations of before these times were kept have none. */
  private static long time(long at, Ledger ledger) {
    return at == 0 ? ledger.now() : at;
  }

  /**
   * The lid's leads. That of the open journey becomes part of the phone's own, else it is created
   * anew with the journey; those of closed journeys stay where they were counted.
   */
  static List<KnownLead> leads(ConversationState into, ConversationState theirs) {
    boolean own = into.leads().stream().anyMatch(lead -> lead.journey() == into.journey());
    return theirs.leads().stream()
        .filter(lead -> own || !isOpen(theirs, lead))
        .map(
            lead ->
                new KnownLead(
                    lead.leadId(),
                    isOpen(theirs, lead) ? into.journey() : 0,
                    lead.outcome(),
                    lead.packageCode()))
        .toList();
  }

  private static boolean isOpen(ConversationState state, KnownLead lead) {
    return state.open() && lead.journey() == state.journey();
  }
}
