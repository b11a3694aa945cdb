package io.rihla.launcher.supervise;

/** A process that did not come up: its name and the end of its log. */
public final class StartFailure extends RuntimeException {
  StartFailure(String message) {
    super(message);
  }
}
