package io.rihla.api.kafka;

/** Kafka did not acknowledge in time: the record may or may not be in the log. */
public final class LogUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  public LogUnavailable(String what) {
    super(what);
  }

  public LogUnavailable(String what, Throwable cause) {
    super(what, cause);
  }
}
