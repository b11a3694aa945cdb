package io.rihla.launcher.verify.rules;

import io.rihla.launcher.verify.Check;
import io.rihla.launcher.verify.Notes;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Timeline;
import io.rihla.schemas.conversation.ConversationEvent;
import java.util.HashSet;
import java.util.Set;

/** The events of a customer lie in the log as 1, 2, 3 …; no number and no id is there twice. */
record EventsAreNumbered() implements Check {
  @Override
  public void check(History history, Notes notes) {
    Set<String> ids = new HashSet<>();
    for (Timeline timeline : Timeline.of(history)) {
      long last = 0;
      for (ConversationEvent event : timeline.events()) {
        notes.checked();
        if (event.seq() != last + 1) {
          notes.violation(
              timeline.customer(),
              "event %s has seq %d after %d".formatted(event.eventId(), event.seq(), last));
        }
        if (!ids.add(event.eventId())) {
          notes.violation(
              timeline.customer(), "event %s lies there twice".formatted(event.eventId()));
        }
        last = Math.max(last, event.seq());
      }
    }
  }
}
