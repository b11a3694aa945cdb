package io.rihla.functions.conversation;

import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.identity.CustomerKey;

/** What stays of a conversation that was forgotten or moved: its keys, its counts, its silence. */
final class Blank {
  private Blank() {}

  static ConversationState of(ConversationState state) {
    return Conversation.begin(new CustomerKey(state.customerKey()))
        .withLastSeq(state.lastSeq())
        .withJourney(state.journey())
        .withThoughts(state.thoughts())
        .withReplies(state.replies())
        // message ids: WAHA may report a message again after it was forgotten
        .withSeen(state.seen())
        .withOptedOut(state.optedOut())
        .withForwardTo(state.forwardTo())
        .withMergedKeys(state.mergedKeys());
  }
}
