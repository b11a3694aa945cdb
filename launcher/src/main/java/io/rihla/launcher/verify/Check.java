package io.rihla.launcher.verify;

import io.rihla.launcher.verify.history.History;

/** Goes through a history and writes down where a promise is not kept. */
@FunctionalInterface
public interface Check {
  void check(History history, Notes notes);
}
