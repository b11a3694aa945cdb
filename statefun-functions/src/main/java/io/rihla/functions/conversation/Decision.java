package io.rihla.functions.conversation;

import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.functions.ConversationState;
import java.util.List;

/** What a stimulus led to: the events, the state after them, and what is to be done. */
public record Decision(
    ConversationState state, List<ConversationEvent> events, List<Effect> effects) {
  public Decision {
    events = List.copyOf(events);
    effects = List.copyOf(effects);
  }
}
