package io.rihla.jobs.source;

import io.rihla.schemas.conversation.ConversationEvent;
import java.util.Objects;

/** An event and where in the conversation log it stands: the position is its version. */
public record SourcedEvent(ConversationEvent event, int partition, long offset)
    implements LogRecord {
  public SourcedEvent {
    Objects.requireNonNull(event, "event");
  }

  /** Never later than we learned it: a phone with a fast clock must not close windows early. */
  @Override
  public long time() {
    return Math.min(event.eventTime(), event.recordedAt());
  }
}
