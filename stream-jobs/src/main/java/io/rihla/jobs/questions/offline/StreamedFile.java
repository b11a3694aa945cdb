package io.rihla.jobs.questions.offline;

import io.rihla.jobs.questions.clustering.AskedQuestion;
import io.rihla.jobs.questions.clustering.Assignment;
import io.rihla.jobs.questions.clustering.ClusterLimits;
import io.rihla.jobs.questions.clustering.Merge;
import io.rihla.jobs.questions.clustering.NamedCluster;
import io.rihla.jobs.questions.clustering.QuestionClusters;
import io.rihla.jobs.questions.clustering.QuestionReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Clusters the questions of a file as the running job would: each when it comes, once. */
public final class StreamedFile {
  private static final int MAINTAINED_EVERY = 500;

  private final QuestionClusters clusters;
  private final Map<String, String> merged = new HashMap<>();

  public StreamedFile(QuestionReader reader) {
    this.clusters = new QuestionClusters(reader, ClusterLimits.STANDARD);
  }

  public List<Optional<NamedCluster>> cluster(List<String> texts) {
    List<Optional<String>> assigned = new ArrayList<>(texts.size());
    Map<String, String> labels = new HashMap<>();
    for (int line = 0; line < texts.size(); line++) {
      AskedQuestion question = new AskedQuestion("line-" + line, texts.get(line), line, "");
      assigned.add(clusters.add(question).map(Assignment::clusterId));
      if (line % MAINTAINED_EVERY == MAINTAINED_EVERY - 1) {
        maintain();
      }
    }
    maintain();
    clusters.views().forEach(view -> labels.put(view.id(), view.label()));
    return assigned.stream()
        .map(id -> id.map(this::current).map(now -> named(now, labels)))
        .toList();
  }

  private void maintain() {
    for (Merge merge : clusters.maintain()) {
      merged.put(merge.from(), merge.into());
    }
  }

  private String current(String id) {
    String now = id;
    while (merged.containsKey(now)) {
      now = merged.getOrDefault(now, now);
    }
    return now;
  }

  private static NamedCluster named(String id, Map<String, String> labels) {
    return new NamedCluster(id, labels.getOrDefault(id, ""));
  }
}
