package io.rihla.jobs.questions;

import io.rihla.jobs.questions.clustering.ClusterView;
import io.rihla.jobs.sink.JsonRow;
import io.rihla.jobs.sink.TableRow;
import java.util.List;

/** A row of {@code question_clusters}. */
public record ClusterRow(
    String clusterId,
    String label,
    List<String> examples,
    long firstAt,
    long updatedAt,
    long version,
    int sourcePartition,
    long sourceOffset)
    implements TableRow {
  public static final String TABLE = "question_clusters";

  static ClusterRow of(ClusterView view, long version, int partition, long offset) {
    return new ClusterRow(
        view.id(),
        view.label(),
        view.examples(),
        view.firstAt(),
        view.lastAt(),
        version,
        partition,
        offset);
  }

  @Override
  public String key() {
    return clusterId;
  }

  @Override
  public byte[] json() {
    return new JsonRow()
        .text("cluster_id", clusterId)
        .text("label", label)
        .texts("examples", examples)
        .number("first_at", firstAt)
        .number("updated_at", updatedAt)
        .number("version", version)
        .number("source_partition", sourcePartition)
        .number("source_offset", sourceOffset)
        .bytes();
  }
}
