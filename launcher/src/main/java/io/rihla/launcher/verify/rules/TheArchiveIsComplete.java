package io.rihla.launcher.verify.rules;

import io.rihla.launcher.verify.Check;
import io.rihla.launcher.verify.Notes;
import io.rihla.launcher.verify.history.Archive;
import io.rihla.launcher.verify.history.ArchivedEvent;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Logged;
import io.rihla.schemas.conversation.ConversationEvent;
import java.util.HashMap;
import java.util.Map;

/** ClickHouse has the events of the log, each once, and no others. */
record TheArchiveIsComplete(Patience patience) implements Check {
  @Override
  public void check(History history, Notes notes) {
    history.archive().ifPresent(archive -> compare(history, archive, notes));
  }

  private void compare(History history, Archive archive, Notes notes) {
    Map<String, ArchivedEvent> rows = new HashMap<>();
    for (ArchivedEvent row : archive.events()) {
      boolean later = row.offset() >= history.eventEnds().getOrDefault(row.partition(), 0L);
      if (!later && rows.put(row.eventId(), row) != null) {
        notes.violation(row.customerKey(), "event %s is archived twice".formatted(row.eventId()));
      }
    }
    for (Logged<ConversationEvent> logged : history.events()) {
      notes.checked();
      ConversationEvent event = logged.value();
      ArchivedEvent row = rows.remove(event.eventId());
      if (row == null) {
        if (patience.mayThink(history, event.recordedAt())) {
          notes.pending(
              event.customerKey(), "event %s is not archived yet".formatted(event.eventId()));
        } else {
          notes.violation(
              event.customerKey(), "event %s is not archived".formatted(event.eventId()));
        }
      } else if (!row.equals(ArchivedEvent.of(logged))) {
        notes.violation(
            event.customerKey(), "event %s is archived otherwise".formatted(event.eventId()));
      }
    }
    rows.values()
        .forEach(
            row ->
                notes.violation(
                    row.customerKey(),
                    "event %s is archived and not in the log".formatted(row.eventId())));
    notes.remark(
        "%d rows before merging, %d after".formatted(archive.rows(), archive.events().size()));
  }
}
