package io.rihla.launcher.waha;

/** The caller is wrong; the message names the field and the remedy. */
final class BadCall extends RuntimeException {
  BadCall(String message) {
    super(message);
  }

  BadCall(String message, Throwable cause) {
    super(message, cause);
  }
}
