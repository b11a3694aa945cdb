package io.rihla.functions.conversation;

import io.rihla.schemas.conversation.AdminReplied;
import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.PlannedMedia;
import io.rihla.schemas.conversation.ReplyCancelled;
import io.rihla.schemas.conversation.ReplyPlanned;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.OpenReply;
import io.rihla.schemas.functions.SentPart;
import java.util.List;

/** The part of {@link Evolution} that is about what the bot and people say to the customer. */
final class Outgoing {
  static final int SENT = 60;

  private Outgoing() {}

  static ConversationState planned(
      ConversationState state, ConversationEvent event, ReplyPlanned planned) {
    OpenReply reply =
        new OpenReply(
            planned.replyId(),
            planned.partIds(),
            planned.partIds().size(),
            planned.text(),
            planned.author() == Author.ADMIN ? event.actor() : null,
            planned.thoughtId() == null ? List.of() : Unanswered.of(state));
    ConversationState next =
        state
            .withReplies(state.replies() + 1)
            .withAnswering(List.of())
            .withOpenReplies(
                reply.open() == 0
                    ? state.openReplies()
                    : Unanswered.open(state.openReplies(), reply));
    if (reply.open() == 0) {
      // nothing goes out of which a report would come back
      for (PlannedMedia media : planned.media()) {
        next = next.withMediaShown(Bounded.append(next.mediaShown(), media.url(), 30));
      }
    }
    if (planned.author() == Author.ADMIN) {
      return next;
    }
    return next.withAnswered(state.answered() + 1)
        .withFreshCode(false)
        .withRejectedCodes(List.of())
        .withLastQuestion(planned.question())
        .withHistory(Evolution.turn(next, Ledger.BOT, planned.text(), event.eventTime(), null));
  }

  static ConversationState sent(
      ConversationState state, String replyId, String partId, String messageId) {
    ConversationState next =
        state.withSent(Bounded.append(state.sent(), new SentPart(messageId, replyId), SENT));
    if (!partId.equals(messageId)) {
      next = next.withSent(Bounded.append(next.sent(), new SentPart(partId, replyId), SENT));
    }
    return partClosed(next, replyId);
  }

  static ConversationState cancelled(
      ConversationState state, ConversationEvent event, ReplyCancelled cancelled) {
    ConversationState next = state;
    for (OpenReply reply : state.openReplies()) {
      if (!reply.replyId().equals(cancelled.replyId())) {
        continue;
      }
      next = next.withOpenReplies(without(next.openReplies(), reply));
      // a part that slipped out all the same has an echo, which is not a human's
      for (String partId : reply.partIds()) {
        SentPart part = new SentPart(partId, reply.replyId());
        next = next.withSent(Bounded.append(next.sent(), part, SENT));
      }
      if (cancelled.reason().equals(Superseding.REASON)) {
        next = Superseding.takeBack(next, event, reply);
      }
    }
    return next;
  }

  private static List<OpenReply> without(List<OpenReply> replies, OpenReply one) {
    return replies.stream().filter(reply -> !reply.equals(one)).toList();
  }

  static ConversationState partClosed(ConversationState state, String replyId) {
    return state.withOpenReplies(
        state.openReplies().stream()
            .map(
                reply ->
                    reply.replyId().equals(replyId)
                        ? new OpenReply(
                            reply.replyId(),
                            reply.partIds(),
                            reply.open() - 1,
                            reply.text(),
                            reply.actor(),
                            List.of())
                        : reply)
            .filter(reply -> reply.open() > 0)
            .toList());
  }

  static ConversationState humanSpoke(
      ConversationState state, ConversationEvent event, AdminReplied replied) {
    ConversationState next =
        state
            .withHumanAt(event.recordedAt())
            .withHistory(
                Evolution.turn(
                    state, "admin", replied.text(), event.eventTime(), replied.messageId()));
    return replied.messageId() == null
        ? next
        : next.withSeen(
            Bounded.append(
                next.seen(),
                Evolution.identity(event.session(), true, replied.messageId()),
                Evolution.SEEN));
  }
}
