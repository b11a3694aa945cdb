package io.rihla.launcher.verify.rules;

import io.rihla.launcher.verify.Check;
import io.rihla.launcher.verify.Notes;
import io.rihla.launcher.verify.history.History;

/** Every record of the topics is a known version of its message. */
record EveryRecordIsReadable() implements Check {
  @Override
  public void check(History history, Notes notes) {
    history.inbound().forEach(any -> notes.checked());
    history.events().forEach(any -> notes.checked());
    history.replies().forEach(any -> notes.checked());
    history.letters().forEach(any -> notes.checked());
    history
        .unreadable()
        .forEach(place -> notes.violation("", "%s cannot be read".formatted(place)));
  }
}
