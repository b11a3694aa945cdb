package io.rihla.jobs.questions.asking;

import io.rihla.jobs.source.SourcedEvent;
import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.IntentDetected;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.ThoughtRequested;
import java.util.List;
import java.util.Optional;

/**
 * What one event tells of a burst; fields that its kind does not have are empty.
 *
 * @param messageIds separated by spaces
 */
public record BurstPart(
    Kind kind,
    long seq,
    long at,
    String messageIds,
    String thoughtId,
    String text,
    String language,
    String intent,
    String topic,
    int journey,
    int partition,
    long offset) {

  /** Which event it was. */
  public enum Kind {
    TEXT,
    THOUGHT,
    ANSWER,
    INTENT
  }

  /** Whether an event is part of a burst. */
  public static boolean concerns(EventPayload payload) {
    return switch (payload) {
      case MessageReceived message -> true;
      case ThoughtRequested thought -> true;
      case AiAnswered answer -> true;
      case IntentDetected intent -> true;
      default -> false; // asks nothing and answers nothing
    };
  }

  static Optional<BurstPart> of(SourcedEvent sourced) {
    ConversationEvent event = sourced.event();
    return switch (event.payload()) {
      case MessageReceived message ->
          Optional.of(
              part(Kind.TEXT, sourced, message.messageId(), "")
                  .saying(message.text() == null ? "" : message.text()));
      case ThoughtRequested thought ->
          Optional.of(
              part(
                  Kind.THOUGHT,
                  sourced,
                  String.join(" ", thought.messageIds()),
                  thought.thoughtId()));
      case AiAnswered answer ->
          Optional.of(
              part(Kind.ANSWER, sourced, "", answer.thoughtId())
                  .meaning(answer.language().name(), "", ""));
      case IntentDetected intent ->
          Optional.of(
              part(Kind.INTENT, sourced, intent.messageId(), "")
                  .meaning("", intent.intent().name(), intent.topic().name()));
      default -> Optional.empty();
    };
  }

  List<String> messages() {
    return List.of(messageIds.split(" "));
  }

  private static BurstPart part(
      Kind kind, SourcedEvent sourced, String messageIds, String thoughtId) {
    ConversationEvent event = sourced.event();
    return new BurstPart(
        kind,
        event.seq(),
        sourced.time(),
        messageIds,
        thoughtId,
        "",
        "",
        "",
        "",
        event.journey(),
        sourced.partition(),
        sourced.offset());
  }

  private BurstPart saying(String words) {
    return new BurstPart(
        kind,
        seq,
        at,
        messageIds,
        thoughtId,
        words,
        language,
        intent,
        topic,
        journey,
        partition,
        offset);
  }

  private BurstPart meaning(String spoken, String wanted, String about) {
    return new BurstPart(
        kind,
        seq,
        at,
        messageIds,
        thoughtId,
        text,
        spoken,
        wanted,
        about,
        journey,
        partition,
        offset);
  }
}
