package io.rihla.launcher.verify.rules;

import io.rihla.launcher.verify.Check;
import io.rihla.launcher.verify.Notes;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Timeline;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.CustomerMerged;
import io.rihla.schemas.conversation.JourneyOpened;

/**
 * A customer's journeys are 1, 2, 3 …, and no event belongs to one that is not open yet. The
 * journeys of a customer who was merged into this one may have been taken over with their numbers.
 */
record JourneysAreNumbered() implements Check {
  @Override
  public void check(History history, Notes notes) {
    for (Timeline timeline : Timeline.of(history)) {
      int last = 0;
      boolean merged = false;
      for (ConversationEvent event : timeline.events()) {
        merged |= event.payload() instanceof CustomerMerged;
        boolean opens = event.payload() instanceof JourneyOpened;
        if (opens) {
          notes.checked();
        }
        int most = opens ? last + 1 : last;
        boolean repeated = opens && event.journey() <= last;
        if ((event.journey() > most || repeated) && !merged) {
          notes.violation(
              timeline.customer(),
              "event %s is of journey %d after %d"
                  .formatted(event.eventId(), event.journey(), last));
        }
        last = Math.max(last, event.journey());
      }
    }
  }
}
