package io.rihla.jobs.performance;

import io.rihla.schemas.conversation.AdminReplied;
import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.HandoverRequested;
import io.rihla.schemas.conversation.HandoverResolved;
import io.rihla.schemas.conversation.MediaSent;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.MessageSent;
import io.rihla.schemas.conversation.RatingReceived;
import io.rihla.schemas.conversation.ReplyPlanned;
import io.rihla.schemas.conversation.ThoughtRequested;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event of a conversation, as far as figures about the AI need it.
 *
 * @param subject the id of the message, thought or reply, or the reason of the escalation
 * @param related the messages of a thought, or the thought of a reply
 * @param number when the api received a message, or the score of a rating
 */
public record Moment(
    Kind kind,
    long time,
    long seq,
    int journey,
    String cause,
    String subject,
    List<String> related,
    long number,
    @Nullable Answer answer) {
  /** What happened. */
  public enum Kind {
    MESSAGE,
    THOUGHT,
    ANSWER,
    REPLY,
    SENT,
    HUMAN_WROTE,
    ESCALATED,
    HANDED_OVER,
    RESOLVED,
    RATED
  }

  static boolean concerns(EventPayload payload) {
    return switch (payload) {
      case MessageReceived message -> true;
      case ThoughtRequested thought -> true;
      case AiAnswered answered -> true;
      case ReplyPlanned reply -> true;
      case MessageSent sent -> true;
      case MediaSent sent -> true;
      case AdminReplied reply -> true;
      case Escalated escalated -> true;
      case HandoverRequested requested -> true;
      case HandoverResolved resolved -> true;
      case RatingReceived rating -> true;
      default -> false; // says nothing about the AI
    };
  }

  static Optional<Moment> of(ConversationEvent event) {
    return Optional.ofNullable(
        switch (event.payload()) {
          case MessageReceived message ->
              moment(event, Kind.MESSAGE, message.messageId(), List.of(), message.receivedAt());
          case ThoughtRequested thought ->
              moment(event, Kind.THOUGHT, thought.thoughtId(), thought.messageIds(), 0);
          case AiAnswered answered -> answered(event, answered);
          case ReplyPlanned reply when reply.thoughtId() != null ->
              moment(event, Kind.REPLY, reply.replyId(), List.of(reply.thoughtId()), 0);
          case MessageSent sent -> moment(event, Kind.SENT, sent.replyId(), List.of(), 0);
          case MediaSent sent -> moment(event, Kind.SENT, sent.replyId(), List.of(), 0);
          // a reply written in the desk shows up again, part by part, as it is sent
          case AdminReplied reply when reply.replyId() == null ->
              moment(event, Kind.HUMAN_WROTE, "", List.of(), 0);
          case Escalated escalated ->
              moment(event, Kind.ESCALATED, escalated.reason().name(), List.of(), 0);
          case HandoverRequested requested ->
              moment(event, Kind.HANDED_OVER, requested.reason().name(), List.of(), 0);
          case HandoverResolved resolved -> moment(event, Kind.RESOLVED, "", List.of(), 0);
          case RatingReceived rating -> moment(event, Kind.RATED, "", List.of(), rating.score());
          default -> null; // says nothing about the AI
        });
  }

  private static Moment answered(ConversationEvent event, AiAnswered answered) {
    return new Moment(
        Kind.ANSWER,
        Math.min(event.eventTime(), event.recordedAt()),
        event.seq(),
        event.journey(),
        event.cause(),
        answered.thoughtId(),
        List.of(),
        0,
        Answer.of(answered));
  }

  private static Moment moment(
      ConversationEvent event, Kind kind, String subject, List<String> related, long number) {
    return new Moment(
        kind,
        Math.min(event.eventTime(), event.recordedAt()),
        event.seq(),
        event.journey(),
        event.cause(),
        subject,
        List.copyOf(related),
        number,
        null);
  }
}
