package io.rihla.jobs.questions.offline;

import io.rihla.jobs.questions.clustering.NamedCluster;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well clusters agree with the topics somebody gave the questions. What was no question counts
 * as a cluster of its own.
 */
record Quality(Agreement agreement, long clusters, long topics, long filtered) {
  static Quality of(List<String> topics, List<Optional<NamedCluster>> clusters) {
    List<String> ids =
        IntStream.range(0, clusters.size())
            .mapToObj(line -> clusters.get(line).map(NamedCluster::id).orElse("none"))
            .toList();
    return new Quality(
        Agreement.of(topics, ids),
        clusters.stream().flatMap(Optional::stream).distinct().count(),
        topics.stream().distinct().count(),
        clusters.stream().filter(Optional::isEmpty).count());
  }

  @Override
  public String toString() {
    return "%s  (%d clusters, %d topics, %d filtered out)"
        .formatted(agreement, clusters, topics, filtered);
  }
}
