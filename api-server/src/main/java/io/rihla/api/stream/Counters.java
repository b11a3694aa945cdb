package io.rihla.api.stream;

import io.rihla.api.store.DeskCounts;

/** How the desk stands. */
record Counters(
    long activeConversations,
    long leads,
    long interest,
    long booking,
    long waiting,
    long escalated,
    long assigned) {

  static Counters of(DeskCounts desk) {
    return new Counters(
        desk.active(),
        desk.leads(),
        desk.interest(),
        desk.booking(),
        desk.waiting(),
        desk.escalated(),
        desk.assigned());
  }
}
