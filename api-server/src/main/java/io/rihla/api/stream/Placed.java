package io.rihla.api.stream;

import io.rihla.schemas.conversation.ConversationEvent;

/** What a reader is told: an event with its place, or the counters as they are now. */
sealed interface Placed {
  record Event(int partition, long offset, ConversationEvent event) implements Placed {}

  record Figures(Counters counters) implements Placed {}
}
