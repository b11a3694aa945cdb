package io.rihla.jobs.questions.clustering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the clusters that share a question's heaviest features. */
final class ClusterIndex {
  private static final int ASKED_FEATURES = 32;
  private static final int CANDIDATES = 32;
  private static final int FIRST_SIZE = 4;

  /** For each feature, the places of the clusters that have it. */
  private final int[] @Nullable [] places = new int[Features.SPACE] @Nullable [];

  private final short[] sizes = new short[Features.SPACE];
  private final List<@Nullable Cluster> clusters = new ArrayList<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private double[] shared = new double[0];

  void add(Cluster cluster) {
    if (free.isEmpty()) {
      cluster.place = clusters.size();
      clusters.add(cluster);
      shared = Arrays.copyOf(shared, Math.max(shared.length, clusters.size() * 2));
    } else {
      cluster.place = free.pop();
      clusters.set(cluster.place, cluster);
    }
    for (int feature : cluster.sum.features()) {
      put(feature, cluster.place);
    }
  }

  void remove(Cluster cluster) {
    for (int feature : cluster.sum.features()) {
      take(feature, cluster.place);
    }
    clusters.set(cluster.place, null);
    free.push(cluster.place);
  }

  /** Follows a cluster whose features changed. */
  void update(Cluster cluster, SparseVector before) {
    int old = 0;
    int now = 0;
    int[] formerly = before.features();
    int[] present = cluster.sum.features();
    while (old < formerly.length || now < present.length) {
      if (now == present.length || (old < formerly.length && formerly[old] < present[now])) {
        take(formerly[old++], cluster.place);
      } else if (old == formerly.length || present[now] < formerly[old]) {
        put(present[now++], cluster.place);
      } else {
        old++;
        now++;
      }
    }
  }

  List<Cluster> candidates(SparseVector question) {
    SparseVector asked = question.heaviest(ASKED_FEATURES);
    Arrays.fill(shared, 0);
    for (int at = 0; at < asked.size(); at++) {
      int feature = asked.features()[at];
      int[] having = places[feature];
      double weight = asked.weights()[at] * asked.weights()[at];
      for (int entry = 0; having != null && entry < sizes[feature]; entry++) {
        shared[having[entry]] += weight;
      }
    }
    double least = least();
    List<Cluster> candidates = new ArrayList<>(CANDIDATES);
    for (int place = 0; place < clusters.size(); place++) {
      Cluster cluster = clusters.get(place);
      if (cluster != null && shared[place] > 0 && shared[place] >= least) {
        candidates.add(cluster);
      }
    }
    return candidates;
  }

  /** What a cluster must share to be among the candidates. */
  private double least() {
    double[] some = Arrays.stream(shared).filter(weight -> weight > 0).toArray();
    if (some.length <= CANDIDATES) {
      return 0;
    }
    Arrays.sort(some);
    return some[some.length - CANDIDATES];
  }

  private void put(int feature, int place) {
    int[] having = places[feature];
    int size = sizes[feature];
    if (having == null) {
      having = new int[FIRST_SIZE];
    } else if (size == having.length) {
      having = Arrays.copyOf(having, size * 2);
    }
    having[size] = place;
    places[feature] = having;
    sizes[feature]++;
  }

  private void take(int feature, int place) {
    int[] having = places[feature];
    for (int entry = 0; having != null && entry < sizes[feature]; entry++) {
      if (having[entry] == place) {
        having[entry] = having[--sizes[feature]];
        if (sizes[feature] == 0) {
          places[feature] = null;
        }
        return;
      }
    }
  }
}
