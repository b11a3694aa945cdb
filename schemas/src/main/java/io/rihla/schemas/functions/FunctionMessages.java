package io.rihla.schemas.functions;

import io.rihla.schemas.codec.AvroMessage;
import java.util.List;

/** What functions send each other and keep; it lies in checkpoints, so it evolves like a topic. */
public final class FunctionMessages {
  private FunctionMessages() {}

  public static List<Class<? extends AvroMessage>> all() {
    return List.of(
        ThoughtRequest.class,
        Thought.class,
        QuietWindowOver.class,
        CancelReply.class,
        NextStep.class,
        DeliveryReport.class,
        FunctionFailed.class,
        ConversationState.class,
        DeliveryState.class,
        PatienceOver.class,
        AdoptConversation.class,
        PromptState.class,
        DeskState.class);
  }
}
