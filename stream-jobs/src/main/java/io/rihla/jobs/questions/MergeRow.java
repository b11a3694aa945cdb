package io.rihla.jobs.questions;

import io.rihla.jobs.questions.asking.Question;
import io.rihla.jobs.questions.clustering.Merge;
import io.rihla.jobs.sink.JsonRow;
import io.rihla.jobs.sink.TableRow;

/** A row of {@code question_merges}: what a former cluster is part of now, or a cluster itself. */
public record MergeRow(
    String fromId,
    String intoId,
    long mergedAt,
    long version,
    int sourcePartition,
    long sourceOffset)
    implements TableRow {
  public static final String TABLE = "question_merges";

  static MergeRow of(Merge merge, long version, Question cause) {
    return new MergeRow(
        merge.from(), merge.into(), cause.askedAt(), version, cause.partition(), cause.offset());
  }

  @Override
  public String key() {
    return fromId;
  }

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
