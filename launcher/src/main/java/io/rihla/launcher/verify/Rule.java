package io.rihla.launcher.verify;

import io.rihla.launcher.verify.history.History;

/** A promise and how it is checked. */
public record Rule(String name, String promise, Check check) {
  Finding of(History history) {
    Notes notes = new Notes();
    check.check(history, notes);
    return notes.close(this);
  }
}
