package io.rihla.jobs.questions.outcome;

import io.rihla.jobs.source.SourcedEvent;
import io.rihla.schemas.conversation.AdminReplied;
import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.HandoverResolved;
import io.rihla.schemas.conversation.MediaSent;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.MessageSent;
import java.util.Optional;

/**
 * What decides of an episode and its questions.
 *
 * @param thoughtId of an answer, else empty
 */
public record Moment(Kind kind, long seq, long at, String thoughtId) {
  /** What happened. */
  public enum Kind {
    MESSAGE,
    ANSWER,
    ESCALATION,
    RESOLVE
  }

  /** Whether an event decides of any. */
  public static boolean concerns(EventPayload payload) {
    return switch (payload) {
      case AiAnswered answer -> true;
      case Escalated escalated -> true;
      case HandoverResolved resolved -> true;
      case MessageReceived message -> true;
      case MessageSent message -> true;
      case MediaSent media -> true;
      case AdminReplied reply -> true;
      default -> false; // decides of none
    };
  }

  static Optional<Moment> of(SourcedEvent sourced) {
    return switch (sourced.event().payload()) {
      case AiAnswered answer -> moment(Kind.ANSWER, sourced, answer.thoughtId());
      case Escalated escalated -> moment(Kind.ESCALATION, sourced, "");
      case HandoverResolved resolved -> moment(Kind.RESOLVE, sourced, "");
      case MessageReceived message -> moment(Kind.MESSAGE, sourced, "");
      case MessageSent message -> moment(Kind.MESSAGE, sourced, "");
      case MediaSent media -> moment(Kind.MESSAGE, sourced, "");
      case AdminReplied reply -> moment(Kind.MESSAGE, sourced, "");
      default -> Optional.empty();
    };
  }

  private static Optional<Moment> moment(Kind kind, SourcedEvent sourced, String thoughtId) {
    return Optional.of(new Moment(kind, sourced.event().seq(), sourced.time(), thoughtId));
  }
}
