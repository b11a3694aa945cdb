package io.rihla.jobs.questions.clustering;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the clusters that share a question's heaviest features. */
final class ClusterIndex {
  private static final int ASKED_FEATURES = 32;
  private static final int CANDIDATES = 32;

  private final Map<Integer, Set<Cluster>> clusters = new HashMap<>();

  void add(Cluster cluster, SparseVector features) {
    for (int feature : features.features()) {
      clusters.computeIfAbsent(feature, any -> new LinkedHashSet<>()).add(cluster);
    }
  }

  void remove(Cluster cluster, SparseVector features) {
    for (int feature : features.features()) {
      Set<Cluster> having = clusters.get(feature);
      if (having != null && having.remove(cluster) && having.isEmpty()) {
        clusters.remove(feature);
      }
    }
  }

  /** Follows a cluster whose features changed. */
  void update(Cluster cluster, SparseVector before) {
    int old = 0;
    int now = 0;
    int[] formerly = before.features();
    int[] present = cluster.sum.features();
    while (old < formerly.length || now < present.length) {
      if (now == present.length || (old < formerly.length && formerly[old] < present[now])) {
        remove(cluster, single(formerly[old++]));
      } else if (old == formerly.length || present[now] < formerly[old]) {
        add(cluster, single(present[now++]));
      } else {
        old++;
        now++;
      }
    }
  }

  Collection<Cluster> candidates(SparseVector question) {
    Map<Cluster, Double> shared = new HashMap<>();
    SparseVector asked = question.heaviest(ASKED_FEATURES);
    for (int at = 0; at < asked.size(); at++) {
      double weight = asked.weights()[at] * asked.weights()[at];
      for (Cluster cluster : clusters.getOrDefault(asked.features()[at], Set.of())) {
        shared.merge(cluster, weight, Double::sum);
      }
    }
    if (shared.size() <= CANDIDATES) {
      return shared.keySet();
    }
    List<Map.Entry<Cluster, Double>> all = List.copyOf(shared.entrySet());
    double[] weights = all.stream().mapToDouble(Map.Entry::getValue).sorted().toArray();
    double least = weights[weights.length - CANDIDATES];
    return IntStream.range(0, all.size())
        .mapToObj(all::get)
        .filter(entry -> entry.getValue() >= least)
        .sorted(Comparator.comparing((Map.Entry<Cluster, Double> entry) -> entry.getKey().id))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static SparseVector single(int feature) {
    return new SparseVector(new int[] {feature}, new float[] {1});
  }
}
