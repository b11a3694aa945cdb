package io.rihla.functions.statefun;

import io.rihla.functions.conversation.Conversation;
import io.rihla.functions.conversation.Decision;
import io.rihla.functions.conversation.Effect;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.identity.CustomerKey;
import io.rihla.schemas.topics.Topics;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.statefun.sdk.java.Context;
import org.apache.flink.statefun.sdk.java.StatefulFunction;
import org.apache.flink.statefun.sdk.java.ValueSpec;
import org.apache.flink.statefun.sdk.java.message.Message;
import org.apache.flink.statefun.sdk.java.message.MessageBuilder;

/** {@code rihla/conversation}, keyed by customer: the only writer of that customer's events. */
final class ConversationFn implements StatefulFunction {
  static final ValueSpec<ConversationState> STATE =
      ValueSpec.named("conversation").withCustomType(Types.CONVERSATION_STATE);

  private final Conversation conversation;
  private final InstantSource clock;

  ConversationFn(Conversation conversation, InstantSource clock) {
    this.conversation = conversation;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Void> apply(Context context, Message message) {
    ConversationState state =
        context
            .storage()
            .get(STATE)
            .orElseGet(() -> Conversation.begin(new CustomerKey(context.self().id())));
    Decision decision = conversation.decide(state, Stimuli.read(message), clock.millis());
    // what reaches a key that nobody has heard of, and changes nothing, leaves no trace
    if (decision.state().lastSeq() > 0) {
      context.storage().set(STATE, decision.state());
    }
    for (ConversationEvent event : decision.events()) {
      context.send(Types.egress(Topics.CONVERSATION_EVENTS, event.customerKey(), event));
    }
    decision.effects().forEach(effect -> carryOut(context, effect));
    return context.done();
  }

  private static void carryOut(Context context, Effect effect) {
    String customer = context.self().id();
    switch (effect) {
      case Effect.WakeAfter wake ->
          context.sendAfter(
              wake.delay(),
              MessageBuilder.forAddress(context.self())
                  .withCustomType(Types.QUIET_WINDOW_OVER, wake.message())
                  .build());
      case Effect.Remind remind ->
          context.sendAfter(
              remind.delay(),
              MessageBuilder.forAddress(context.self())
                  .withCustomType(Types.PATIENCE_OVER, remind.message())
                  .build());
      case Effect.HandOn hand ->
          context.send(
              MessageBuilder.forAddress(Types.CONVERSATION, hand.customer())
                  .withCustomType(Types.ADOPT_CONVERSATION, hand.conversation())
                  .build());
      case Effect.Forward forward ->
          context.send(Stimuli.write(forward.stimulus(), Types.CONVERSATION, forward.customer()));
      case Effect.Think think ->
          context.send(
              MessageBuilder.forAddress(Types.BRAIN, think.request().thoughtId())
                  .withCustomType(Types.THOUGHT_REQUEST, think.request())
                  .build());
      case Effect.Send send ->
          context.send(Types.egress(Topics.WHATSAPP_OUTBOUND, customer, send.reply()));
      case Effect.Cancel cancel ->
          context.send(
              MessageBuilder.forAddress(Types.DELIVERY, cancel.customer())
                  .withCustomType(Types.CANCEL_REPLY, cancel.cancel())
                  .build());
      case Effect.Answer answer ->
          context.send(Types.egress(Topics.ADMIN_AUDIT, answer.action().actor(), answer.action()));
      case Effect.Register pilgrim ->
          context.send(Types.egress(Topics.JAMAAH_RECORDS, customer, pilgrim.pilgrim()));
    }
  }
}
