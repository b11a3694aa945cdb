package io.rihla.functions.conversation;

import io.rihla.schemas.conversation.CampaignAttributed;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.MessageEdited;
import io.rihla.schemas.conversation.MessageIgnored;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.MessageRevoked;
import io.rihla.schemas.conversation.Touch;
import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.whatsapp.Channel;
import java.util.List;

/** The part of {@link Evolution} that is about what the customer writes. */
final class Incoming {
  private Incoming() {}

  static ConversationState received(
      ConversationState state, ConversationEvent event, MessageReceived received) {
    boolean first = state.burst().isEmpty();
    return state
        .withSeen(
            Bounded.append(
                state.seen(),
                Evolution.identity(event.session(), false, received.messageId()),
                Evolution.SEEN))
        // an agency may run several numbers: an answer goes to the chat that asked
        .withSession(event.session())
        .withChatId(received.chatId())
        .withPhone(received.phone() == null ? state.phone() : received.phone())
        .withName(received.name() == null ? state.name() : received.name())
        .withBurst(
            Unanswered.with(
                state.burst(),
                new BurstMessage(
                    received.messageId(),
                    received.kind(),
                    Evolution.cut(received.text()),
                    received.media(),
                    event.eventTime())))
        .withBurstBeganAt(first ? event.recordedAt() : state.burstBeganAt())
        .withLastMessageSeq(event.seq())
        .withApiMessages(
            received.channel() == Channel.API
                ? Bounded.append(state.apiMessages(), received.messageId(), Evolution.API_MESSAGES)
                : state.apiMessages())
        // what the brain is thinking about is answered together with this message
        .withThought(null)
        .withHistory(
            Evolution.turn(
                state, Ledger.CUSTOMER, received.text(), event.eventTime(), received.messageId()));
  }

  static ConversationState edited(ConversationState state, MessageEdited edited) {
    return Unanswered.change(
        state,
        messages ->
            messages.stream()
                .map(
                    message ->
                        message.messageId().equals(edited.messageId())
                            ? new BurstMessage(
                                message.messageId(),
                                message.kind(),
                                Evolution.cut(edited.text()),
                                message.media(),
                                message.occurredAt())
                            : message)
                .toList());
  }

  static ConversationState attributed(ConversationState state, CampaignAttributed attributed) {
    // who comes with a campaign asks for the bot
    ConversationState next = state.withExistingChat(false);
    if (attributed.touch() == Touch.FIRST) {
      next =
          next.withFirstCampaign(
              attributed.campaignCode() == null
                  ? "ad:" + attributed.sourceId()
                  : attributed.campaignCode());
    }
    return attributed.packageCode() == null
        ? next
        : next.withPackageCode(attributed.packageCode()).withFreshCode(true);
  }

  /** Whoever thinks about a message that needs no answer any more thinks about the wrong burst. */
  static ConversationState ignored(ConversationState state, MessageIgnored ignored) {
    List<BurstMessage> left = without(state.burst(), ignored.messageId());
    return left.size() == state.burst().size() ? state : state.withBurst(left).withThought(null);
  }

  static ConversationState revoked(ConversationState state, MessageRevoked revoked) {
    return Unanswered.change(state, messages -> without(messages, revoked.messageId()))
        .withHistory(
            state.history().stream()
                .filter(turn -> !revoked.messageId().equals(turn.messageId()))
                .toList());
  }

  private static List<BurstMessage> without(List<BurstMessage> burst, String messageId) {
    return burst.stream().filter(message -> !message.messageId().equals(messageId)).toList();
  }
}
