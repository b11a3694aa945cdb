package io.rihla.jobs.sink;

/** What became of an insert. */
sealed interface InsertOutcome {
  /** The rows are there, from now or from an earlier attempt. */
  record Inserted() implements InsertOutcome {}

  /** ClickHouse cannot read a row, and never will. The reason may quote it. */
  record Refused(int code, String reason) implements InsertOutcome {}

  /** Nobody knows, or not now: to be offered again. */
  record Unavailable(String reason) implements InsertOutcome {}
}
