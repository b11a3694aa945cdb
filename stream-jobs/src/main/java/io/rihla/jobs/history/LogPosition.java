package io.rihla.jobs.history;

import io.rihla.jobs.source.SourcedEvent;

/**
 * Where in its topic the newest event of a key stands. All events of a customer are in one
 * partition, so positions of a key only grow, and so do the versions made of them.
 */
public record LogPosition(int partition, long offset) {
  public static LogPosition of(SourcedEvent event) {
    return new LogPosition(event.partition(), event.offset());
  }

  /** The version of a row that this event made. */
  public long version() {
    return 2 * offset;
  }

  /** The version of a row that a timer made after this event, and before the next. */
  public long versionOfTimer() {
    return 2 * offset + 1;
  }
}
