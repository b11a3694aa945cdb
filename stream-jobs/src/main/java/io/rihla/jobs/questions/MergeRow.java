package io.rihla.jobs.questions;

import io.rihla.jobs.sink.JsonRow;
import io.rihla.jobs.sink.TableRow;

/** A row of {@code question_merges}: what a former cluster is part of now. */
public record MergeRow(
    String fromId,
    String intoId,
    long mergedAt,
    long version,
    int sourcePartition,
    long sourceOffset)
    implements TableRow {
  public static final String TABLE = "question_merges";

  @Override
  public byte[] json() {
    return new JsonRow()
        .text("from_id", fromId)
        .text("into_id", intoId)
        .number("merged_at", mergedAt)
        .number("version", version)
        .number("source_partition", sourcePartition)
        .number("source_offset", sourceOffset)
        .bytes();
  }
}
