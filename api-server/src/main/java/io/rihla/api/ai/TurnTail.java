package io.rihla.api.ai;

import io.rihla.schemas.conversation.BotSwitched;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.HandoverAssigned;
import io.rihla.schemas.conversation.MessageIgnored;
import io.rihla.schemas.conversation.TakenOverFromPhone;
import io.rihla.schemas.conversation.TurnAnswered;
import io.rihla.schemas.topics.TopicFollower;
import io.rihla.schemas.topics.Topics;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Follows {@code conversation.events} and tells who waits for a turn how it ended. */
public final class TurnTail implements AutoCloseable, TopicFollower.Listener<ConversationEvent> {
  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
  private final TopicFollower<ConversationEvent> follower;

  public TurnTail(String bootstrapServers) {
    this.follower = TopicFollower.fromNow(Topics.CONVERSATION_EVENTS, bootstrapServers, this);
  }

  public void start() {
    follower.start();
  }

  /** Whether the end of a turn that begins now will be heard. */
  boolean isFollowing() {
    return follower.isFollowing();
  }

  /** How a turn ended. */
  sealed interface Ending {
    record Answered(TurnAnswered answer) implements Ending {}

    /** The bot may not answer, or not any more. */
    record Silent(String reason) implements Ending {}
  }

  private record Waiting(String customerKey, CompletableFuture<Ending> ending) {}

  /** Completes with the end of the turn of that message; {@link #forget} it. */
  CompletableFuture<Ending> expect(String customerKey, String messageId) {
    return waiting
        .computeIfAbsent(messageId, id -> new Waiting(customerKey, new CompletableFuture<>()))
        .ending();
  }

  void forget(String messageId) {
    waiting.remove(messageId);
  }

  @Override
  public void record(TopicFollower.Position at, String key, ConversationEvent event) {
    if (!waiting.isEmpty()) {
      hear(event);
    }
  }

  @Override
  public void close() {
    follower.close();
  }

  private void hear(ConversationEvent event) {
    switch (event.payload()) {
      case TurnAnswered answer ->
          answer.messageIds().forEach(id -> end(id, new Ending.Answered(answer)));
      case MessageIgnored ignored ->
          end(
              ignored.messageId(),
              new Ending.Silent("the message was not answered: " + ignored.reason()));
      case HandoverAssigned assigned ->
          silence(event, assigned.assignee() + " has taken this conversation meanwhile");
      case TakenOverFromPhone taken ->
          silence(event, "somebody has taken this conversation on the phone meanwhile");
      case BotSwitched switched when !switched.on() ->
          silence(event, "the bot was switched off in this conversation meanwhile");
      default -> {
        // says nothing about the end of a turn
      }
    }
  }

  private void end(String messageId, Ending ending) {
    Waiting one = waiting.get(messageId);
    if (one != null) {
      one.ending().complete(ending);
    }
  }

  private void silence(ConversationEvent event, String reason) {
    waiting.values().stream()
        .filter(one -> one.customerKey().equals(event.customerKey()))
        .forEach(one -> one.ending().complete(new Ending.Silent(reason)));
  }
}
