package io.rihla.jobs.source;

import java.util.Objects;

/** A record whose bytes are no known version of an event, with the reason. */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares them
public record UnreadableRecord(int partition, long offset, byte[] value, String fault)
    implements LogRecord {
  public UnreadableRecord {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(fault, "fault");
  }

  @Override
  public long time() {
    return Long.MIN_VALUE;
  }
}
