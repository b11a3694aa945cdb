package io.rihla.functions.statefun;

import io.rihla.functions.brain.Brain;
import io.rihla.functions.conversation.Conversation;
import io.rihla.functions.delivery.Delivery;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.flink.statefun.sdk.java.StatefulFunction;
import org.apache.flink.statefun.sdk.java.StatefulFunctionSpec;
import org.apache.flink.statefun.sdk.java.StatefulFunctions;
import org.apache.flink.statefun.sdk.java.TypeName;
import org.apache.flink.statefun.sdk.java.ValueSpec;
import org.apache.flink.statefun.sdk.java.handler.RequestReplyHandler;

/** All functions of the server, each in its guard. */
public final class Functions {
  private final InstantSource clock;
  private final Consumer<String> failures;
  private final StatefulFunctions functions = new StatefulFunctions();

  private Functions(InstantSource clock, Consumer<String> failures) {
    this.clock = clock;
    this.failures = failures;
  }

  /**
   * The handler of StateFun's request-reply protocol.
   *
   * @param threads where slow functions run
   * @param failures told the name of a function that failed
   */
  public static RequestReplyHandler handler(
      Conversation conversation,
      Brain brain,
      Delivery delivery,
      InstantSource clock,
      Executor threads,
      Consumer<String> failures) {
    Functions all = new Functions(clock, failures);
    all.add(Types.CONVERSATION, ConversationFn.STATE, new ConversationFn(conversation, clock));
    all.add(Types.BRAIN, BrainFn.ANSWER, new BrainFn(brain, threads));
    all.add(Types.DELIVERY, DeliveryFn.STATE, new DeliveryFn(delivery, clock, threads));
    all.add(Types.PACKAGE, PackageFn.CURRENT, new PackageFn(clock));
    all.add(Types.DESK, DeskFn.STATE, new DeskFn(clock));
    all.add(Types.PROMPT, PromptFn.STATE, new PromptFn(clock));
    return all.functions.requestReplyHandler();
  }

  private void add(TypeName name, ValueSpec<?> state, StatefulFunction function) {
    StatefulFunction guarded = new Timed(name, new Guard(function, clock, failures));
    functions.withStatefulFunction(
        StatefulFunctionSpec.builder(name)
            .withValueSpec(state)
            .withSupplier(() -> guarded)
            .build());
  }
}
