package io.rihla.functions.statefun;

import io.rihla.functions.conversation.Stimulus;
import io.rihla.schemas.functions.FunctionFailed;
import org.apache.flink.statefun.sdk.java.TypeName;
import org.apache.flink.statefun.sdk.java.message.Message;
import org.apache.flink.statefun.sdk.java.message.MessageBuilder;

/** What reaches a conversation, as messages between functions. */
final class Stimuli {
  private Stimuli() {}

  static Stimulus read(Message message) {
    if (message.is(Types.WHATSAPP_EVENT)) {
      return new Stimulus.FromWhatsApp(message.as(Types.WHATSAPP_EVENT));
    }
    if (message.is(Types.CONVERSATION_COMMAND)) {
      return new Stimulus.Commanded(message.as(Types.CONVERSATION_COMMAND));
    }
    if (message.is(Types.QUIET_WINDOW_OVER)) {
      return new Stimulus.WindowOver(message.as(Types.QUIET_WINDOW_OVER));
    }
    if (message.is(Types.PATIENCE_OVER)) {
      return new Stimulus.Waited(message.as(Types.PATIENCE_OVER));
    }
    if (message.is(Types.THOUGHT)) {
      return new Stimulus.Thinking(message.as(Types.THOUGHT));
    }
    if (message.is(Types.DELIVERY_REPORT)) {
      return new Stimulus.Delivered(message.as(Types.DELIVERY_REPORT));
    }
    if (message.is(Types.ADOPT_CONVERSATION)) {
      return new Stimulus.Adopted(message.as(Types.ADOPT_CONVERSATION));
    }
    if (message.is(Types.FUNCTION_FAILED)) {
      FunctionFailed failed = message.as(Types.FUNCTION_FAILED);
      return new Stimulus.Failed(
          failed.function(), failed.subject(), failed.detail(), failed.letterId());
    }
    throw new IllegalArgumentException("a conversation takes no " + message.valueTypeName());
  }

  static Message write(Stimulus stimulus, TypeName function, String id) {
    MessageBuilder to = MessageBuilder.forAddress(function, id);
    MessageBuilder message =
        switch (stimulus) {
          case Stimulus.FromWhatsApp one -> to.withCustomType(Types.WHATSAPP_EVENT, one.event());
          case Stimulus.Commanded one ->
              to.withCustomType(Types.CONVERSATION_COMMAND, one.command());
          case Stimulus.WindowOver one -> to.withCustomType(Types.QUIET_WINDOW_OVER, one.window());
          case Stimulus.Waited one -> to.withCustomType(Types.PATIENCE_OVER, one.patience());
          case Stimulus.Thinking one -> to.withCustomType(Types.THOUGHT, one.thought());
          case Stimulus.Delivered one -> to.withCustomType(Types.DELIVERY_REPORT, one.report());
          case Stimulus.Adopted one ->
              to.withCustomType(Types.ADOPT_CONVERSATION, one.conversation());
          case Stimulus.Failed one ->
              to.withCustomType(
                  Types.FUNCTION_FAILED,
                  new FunctionFailed(one.function(), one.subject(), one.detail(), one.letterId()));
        };
    return message.build();
  }
}
