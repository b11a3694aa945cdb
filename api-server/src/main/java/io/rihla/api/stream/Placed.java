package io.rihla.api.stream;

import io.rihla.api.store.DeskCounts;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.deadletters.DeadLetter;

/** What a reader is told: an event with its place, or what has none: counters, dead letters. */
sealed interface Placed {
  record Event(int partition, long offset, ConversationEvent event) implements Placed {}

  record Figures(DeskCounts counters) implements Placed {}

  record Letter(DeadLetter letter) implements Placed {}
}
