package io.rihla.jobs.source;

/** A record of the conversation log, read as far as it could be. */
public sealed interface LogRecord permits SourcedEvent, UnreadableRecord {
  int partition();

  long offset();

  /** When it happened, in epoch milliseconds; {@link Long#MIN_VALUE} when nobody can tell. */
  long time();
}
