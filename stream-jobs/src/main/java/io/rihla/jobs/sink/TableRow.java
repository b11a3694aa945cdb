package io.rihla.jobs.sink;

/** A row on its way to a table. */
public interface TableRow {
  /** The row as one line of JSON, columns by name. */
  byte[] json();

  /** Partition of the conversation log the row was made from. */
  int sourcePartition();

  /** Offset in that partition. */
  long sourceOffset();
}
