package io.rihla.functions.conversation;

import io.rihla.schemas.conversation.AdminReplied;
import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.BotSwitched;
import io.rihla.schemas.conversation.CampaignAttributed;
import io.rihla.schemas.conversation.CodeRejected;
import io.rihla.schemas.conversation.CommandAnswered;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.DeliveryFailed;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.HandoverAssigned;
import io.rihla.schemas.conversation.HandoverReleased;
import io.rihla.schemas.conversation.HandoverRequested;
import io.rihla.schemas.conversation.HandoverResolved;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.JourneyClosed;
import io.rihla.schemas.conversation.JourneyOpened;
import io.rihla.schemas.conversation.LanguageDetected;
import io.rihla.schemas.conversation.LeadCreated;
import io.rihla.schemas.conversation.LeadMerged;
import io.rihla.schemas.conversation.MediaSent;
import io.rihla.schemas.conversation.MessageEdited;
import io.rihla.schemas.conversation.MessageIgnored;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.MessageRevoked;
import io.rihla.schemas.conversation.MessageSent;
import io.rihla.schemas.conversation.OptedIn;
import io.rihla.schemas.conversation.OptedOut;
import io.rihla.schemas.conversation.PaymentRecorded;
import io.rihla.schemas.conversation.PaymentRefunded;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.conversation.ReplyCancelled;
import io.rihla.schemas.conversation.ReplyPlanned;
import io.rihla.schemas.conversation.ReturnedToBot;
import io.rihla.schemas.conversation.TakenOverFromPhone;
import io.rihla.schemas.conversation.ThoughtRequested;
import io.rihla.schemas.functions.Ball;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.KnownCommand;
import io.rihla.schemas.functions.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code evolve(state, event) → state}: the only way a conversation's state changes. */
final class Evolution {
  static final int SEEN = 300;
  static final int HISTORY = 20;
  static final int API_MESSAGES = 40;
  static final int COMMANDS = 50;
  private static final int EXPOSURES = 30;
  private static final int TURN_CHARACTERS = 800;

  private Evolution() {}

  static int journeyOf(ConversationState state, EventPayload payload) {
    return switch (payload) {
      case JourneyOpened opened -> state.journey() + 1;
      // money belongs to the journey of its lead, also when the next one has begun
      case PaymentRecorded payment -> Bookkeeping.journeyOf(state, payment.leadId());
      case PaymentRefunded refund -> Bookkeeping.journeyOf(state, refund.leadId());
      default -> state.journey();
    };
  }

  static ConversationState evolve(ConversationState state, ConversationEvent event) {
    return Patience.evolve(state, change(state, event), event);
  }

  private static ConversationState change(ConversationState state, ConversationEvent event) {
    ConversationState next = state.withLastSeq(event.seq());
    return switch (event.payload()) {
      case JourneyOpened opened ->
          next.withJourney(event.journey())
              .withOpen(true)
              .withPhase(Phase.LEADS)
              .withPhone(opened.phone() == null ? next.phone() : opened.phone())
              .withLid(opened.lid() == null ? next.lid() : opened.lid())
              .withFirstCampaign(null)
              .withPackageCode(null)
              .withAnswered(0)
              .withOpenedAt(event.eventTime())
              .withInterestAt(0)
              .withBookingAt(0)
              .withSource(opened.source())
              .withExposed(List.of())
              .withName(opened.name() == null ? next.name() : opened.name())
              .withChatId(next.chatId().isEmpty() ? opened.chatId() : next.chatId())
              .withSession(next.session().isEmpty() ? event.session() : next.session())
              .withLeads(Bookkeeping.settled(next));
      case PhaseChanged changed ->
          switch (changed.to()) {
            case LEADS -> next.withPhase(Phase.LEADS);
            case INTEREST -> next.withPhase(Phase.INTEREST).withInterestAt(event.eventTime());
            case BOOKING -> next.withPhase(Phase.BOOKING).withBookingAt(event.eventTime());
          };
      case JourneyClosed closed ->
          Bookkeeping.outcome(next.withOpen(false), state.journey(), closed.outcome());
      case MessageReceived received -> Incoming.received(next, event, received);
      case MessageIgnored ignored -> Incoming.ignored(next, ignored);
      case MessageEdited edited -> Incoming.edited(once(next, event), edited);
      case MessageRevoked revoked -> Incoming.revoked(once(next, event), revoked);
      case CampaignAttributed attributed -> Incoming.attributed(next, attributed);
      case CodeRejected rejected ->
          next.withRejectedCodes(Bounded.append(next.rejectedCodes(), rejected.code(), 5));
      case LanguageDetected detected -> next.withLanguage(detected.language());
      case ThoughtRequested requested ->
          next.withThought(requested.thoughtId()).withThoughts(next.thoughts() + 1);
      case AiAnswered answered ->
          next.withThought(null).withAnswering(next.burst()).withBurst(List.of());
      case ReplyPlanned planned -> Outgoing.planned(next, event, planned);
      case MessageSent sent -> Outgoing.sent(next, sent.replyId(), sent.partId(), sent.messageId());
      case MediaSent sent ->
          Outgoing.sent(next, sent.replyId(), sent.partId(), sent.messageId())
              .withMediaShown(Bounded.append(next.mediaShown(), sent.url(), 30));
      case DeliveryFailed failed -> Outgoing.partClosed(next, failed.replyId());
      case ReplyCancelled cancelled -> Outgoing.cancelled(next, event, cancelled);
      case HandoverRequested requested -> next.withBall(waiting(next)).withNeed(requested.reason());
      case Escalated escalated -> next.withBall(waiting(next)).withNeed(escalated.reason());
      case HandoverAssigned assigned ->
          next.withBall(Ball.ASSIGNED)
              .withHolder(assigned.assignee())
              .withThought(null)
              .withBurst(List.of())
              .withHumanAt(event.recordedAt());
      case HandoverReleased released -> next.withBall(Ball.WAITING).withHolder(null);
      case HandoverResolved resolved -> next.withBall(Ball.BOT).withHolder(null).withNeed(null);
      case ReturnedToBot returned -> next.withBall(Ball.BOT).withHolder(null).withNeed(null);
      case TakenOverFromPhone taken ->
          next.withBall(Ball.ASSIGNED).withThought(null).withBurst(List.of());
      case AdminReplied replied -> Outgoing.humanSpoke(next, event, replied);
      case BotSwitched switched ->
          switched.on()
              ? next.withBotOff(false).withExistingChat(false)
              : next.withBotOff(true).withThought(null).withBurst(List.of());
      case CommandAnswered answered ->
          next.withCommands(
              Bounded.append(
                  next.commands(),
                  new KnownCommand(answered.commandId(), answered.accepted(), answered.reason()),
                  COMMANDS));
      case OptedOut stopped -> next.withOptedOut(true).withThought(null);
      case OptedIn asked -> next.withOptedOut(false);
      case LeadCreated created -> Bookkeeping.created(next, event, created);
      case LeadMerged merged -> Bookkeeping.merged(next, merged);
      case PaymentRecorded payment -> Bookkeeping.paid(next, payment);
      case PaymentRefunded refund -> Bookkeeping.refunded(next, refund);
      // these tell something without changing what the conversation does next
      case io.rihla.schemas.conversation.ReactionReceived e -> once(next, event);
      case io.rihla.schemas.conversation.IntentDetected e ->
          closesRating(e.intent()) ? next.withRatingOpen(false) : next;
      case io.rihla.schemas.conversation.AnswerRejected e -> next;
      case io.rihla.schemas.conversation.ExistingChatFound e -> next.withExistingChat(true);
      case io.rihla.schemas.conversation.CustomerForwarded e ->
          Blank.of(next).withForwardTo(e.toKey());
      case io.rihla.schemas.conversation.MessageStatus e -> next;
      case io.rihla.schemas.conversation.TurnAnswered e -> next;
      case io.rihla.schemas.conversation.RatingAsked e ->
          next.withRatingAskedAt(event.eventTime()).withRatingOpen(true);
      case io.rihla.schemas.conversation.RatingReceived e ->
          next.withRatingOpen(false).withBurst(List.of()).withThought(null);
      case io.rihla.schemas.conversation.ExperimentExposed e ->
          next.withExposed(
              Bounded.append(next.exposed(), e.experiment() + "=" + e.variant(), EXPOSURES));
      case io.rihla.schemas.conversation.AlertRaised e -> next;
      case io.rihla.schemas.conversation.AlertCleared e -> next;
      case io.rihla.schemas.conversation.CustomerMerged e ->
          next.withMergedKeys(Bounded.append(next.mergedKeys(), e.mergedKey(), 20));
      case io.rihla.schemas.conversation.CustomerErased e -> Blank.of(next);
      case io.rihla.schemas.conversation.Tick e -> next;
    };
  }

  /** Who asks for something else has no rating in mind any more. */
  private static boolean closesRating(Intent intent) {
    return switch (intent) {
      case DETAILS, PREFERENCES, PAYMENT, HUMAN, STOP, ANGER -> true;
      case GREETING, THANKS, AFFIRM, DENY, OTHER -> false;
    };
  }

  private static Ball waiting(ConversationState state) {
    return state.ball() == Ball.ASSIGNED ? Ball.ASSIGNED : Ball.WAITING;
  }

  /** One message is one identity, whatever chat and however often WAHA reports it. */
  static String identity(String session, boolean fromMe, String messageId) {
    return session + "|" + fromMe + "|" + messageId;
  }

  /** The identity of an edit, a revocation or a reaction, which WAHA may report again too. */
  static String identity(String session, Class<?> kind, String cause) {
    return session + "|" + kind.getSimpleName() + "|" + cause;
  }

  private static ConversationState once(ConversationState state, ConversationEvent event) {
    return state.withSeen(
        Bounded.append(
            state.seen(),
            identity(event.session(), event.payload().getClass(), event.cause()),
            SEEN));
  }

  static List<Turn> turn(
      ConversationState state,
      String author,
      @Nullable String text,
      long at,
      @Nullable String messageId) {
    String line = cut(text);
    return line == null || line.isBlank()
        ? state.history()
        : Bounded.append(state.history(), new Turn(author, line, at, messageId), HISTORY);
  }

  static @Nullable String cut(@Nullable String text) {
    return text == null || text.length() <= TURN_CHARACTERS
        ? text
        : text.substring(0, TURN_CHARACTERS);
  }
}
