package io.rihla.functions.statefun;

import io.rihla.functions.brain.Brain;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.functions.ThoughtRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.flink.statefun.sdk.java.Context;
import org.apache.flink.statefun.sdk.java.StatefulFunction;
import org.apache.flink.statefun.sdk.java.ValueSpec;
import org.apache.flink.statefun.sdk.java.message.Message;
import org.apache.flink.statefun.sdk.java.message.MessageBuilder;

/**
 * {@code rihla/brain}, keyed by thought: thinks once and keeps the answer for a while, so that a
 * request that comes again does not pay for a second call.
 */
final class BrainFn implements StatefulFunction {
  static final ValueSpec<Thought> ANSWER =
      ValueSpec.named("thought")
          .thatExpireAfterWrite(Duration.ofMinutes(30))
          .withCustomType(Types.THOUGHT);

  private final Brain brain;
  private final Executor threads;

  BrainFn(Brain brain, Executor threads) {
    this.brain = brain;
    this.threads = threads;
  }

  @Override
  public CompletableFuture<Void> apply(Context context, Message message) {
    return CompletableFuture.runAsync(() -> think(context, message), threads);
  }

  private void think(Context context, Message message) {
    ThoughtRequest request = message.as(Types.THOUGHT_REQUEST);
    Thought thought = context.storage().get(ANSWER).orElseGet(() -> brain.think(request));
    context.storage().set(ANSWER, thought);
    context.send(
        MessageBuilder.forAddress(Types.CONVERSATION, request.customerKey())
            .withCustomType(Types.THOUGHT, thought)
            .build());
  }
}
