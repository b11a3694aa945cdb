package io.rihla.functions.statefun;

import io.rihla.functions.conversation.Conversation;
import io.rihla.functions.conversation.Decision;
import io.rihla.functions.conversation.Effect;
import io.rihla.functions.conversation.Stimulus;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.FunctionFailed;
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
    Decision decision = conversation.decide(state, stimulus(message), clock.millis());
    context.storage().set(STATE, decision.state());
    for (ConversationEvent event : decision.events()) {
      context.send(Types.egress(Topics.CONVERSATION_EVENTS, event.customerKey(), event));
    }
    decision.effects().forEach(effect -> carryOut(context, effect));
    return context.done();
  }

  private static Stimulus stimulus(Message message) {
    if (message.is(Types.WHATSAPP_EVENT)) {
      return new Stimulus.FromWhatsApp(message.as(Types.WHATSAPP_EVENT));
    }
    if (message.is(Types.CONVERSATION_COMMAND)) {
      return new Stimulus.Commanded(message.as(Types.CONVERSATION_COMMAND));
    }
    if (message.is(Types.QUIET_WINDOW_OVER)) {
      return new Stimulus.WindowOver(message.as(Types.QUIET_WINDOW_OVER));
    }
    if (message.is(Types.THOUGHT)) {
      return new Stimulus.Thinking(message.as(Types.THOUGHT));
    }
    if (message.is(Types.DELIVERY_REPORT)) {
      return new Stimulus.Delivered(message.as(Types.DELIVERY_REPORT));
    }
    if (message.is(Types.FUNCTION_FAILED)) {
      FunctionFailed failed = message.as(Types.FUNCTION_FAILED);
      return new Stimulus.Failed(
          failed.function(), failed.subject(), failed.detail(), failed.letterId());
    }
    throw new IllegalArgumentException("a conversation takes no " + message.valueTypeName());
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
      case Effect.Think think ->
          context.send(
              MessageBuilder.forAddress(Types.BRAIN, think.request().thoughtId())
                  .withCustomType(Types.THOUGHT_REQUEST, think.request())
                  .build());
      case Effect.Send send ->
          context.send(Types.egress(Topics.WHATSAPP_OUTBOUND, customer, send.reply()));
      case Effect.Cancel cancel ->
          context.send(
              MessageBuilder.forAddress(Types.DELIVERY, customer)
                  .withCustomType(Types.CANCEL_REPLY, cancel.cancel())
                  .build());
      case Effect.Answer answer ->
          context.send(Types.egress(Topics.ADMIN_AUDIT, answer.action().actor(), answer.action()));
      case Effect.Register pilgrim ->
          context.send(Types.egress(Topics.JAMAAH_RECORDS, customer, pilgrim.pilgrim()));
    }
  }
}
