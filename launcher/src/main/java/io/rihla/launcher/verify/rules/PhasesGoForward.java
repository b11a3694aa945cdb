package io.rihla.launcher.verify.rules;

import io.rihla.launcher.verify.Check;
import io.rihla.launcher.verify.Notes;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Timeline;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import java.util.HashMap;
import java.util.Map;

/** Within a journey the phase never goes back, and every journey begins with one. */
record PhasesGoForward() implements Check {
  @Override
  public void check(History history, Notes notes) {
    for (Timeline timeline : Timeline.of(history)) {
      Map<Integer, Phase> reached = new HashMap<>();
      for (ConversationEvent event : timeline.events()) {
        if (event.payload() instanceof PhaseChanged changed) {
          notes.checked();
          Phase before = reached.get(event.journey());
          if (before != null && changed.to().compareTo(before) < 0) {
            notes.violation(
                timeline.customer(),
                "event %s takes journey %d from %s back to %s"
                    .formatted(event.eventId(), event.journey(), before, changed.to()));
          } else {
            reached.put(event.journey(), changed.to());
          }
        }
      }
    }
  }
}
