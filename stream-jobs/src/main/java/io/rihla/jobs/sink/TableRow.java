package io.rihla.jobs.sink;

/** A row on its way to a table. */
public interface TableRow {
  /** The row as one line of JSON, columns by name. */
  byte[] json();

  /** What tells the rows apart that replace each other in the table; empty when the row stays. */
  default String key() {
    return "";
  }

  /** Of the rows with the same key the highest stays. */
  default long version() {
    return 0;
  }

  /** Partition of the conversation log the row was made from. */
  int sourcePartition();

  /** Offset in that partition. */
  long sourceOffset();
}
