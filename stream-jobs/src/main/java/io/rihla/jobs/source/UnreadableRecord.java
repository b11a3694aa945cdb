package io.rihla.jobs.source;

import io.rihla.schemas.topics.Topics;
import java.util.Objects;

/** A record whose bytes are no known version of what its topic carries, with the reason. */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares them
public record UnreadableRecord(String topic, int partition, long offset, byte[] value, String fault)
    implements LogRecord {
  /** A record of the conversation log. */
  public UnreadableRecord(int partition, long offset, byte[] value, String fault) {
    this(Topics.CONVERSATION_EVENTS.name(), partition, offset, value, fault);
  }

  public UnreadableRecord {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(fault, "fault");
  }

  @Override
  public long time() {
    return Long.MIN_VALUE;
  }
}
