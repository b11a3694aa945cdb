package io.rihla.jobs.questions.clustering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Clusters of questions as they come, in bounded memory: a question joins the cluster whose
 * questions it resembles most, when it resembles them more than chance would have it, else it
 * begins one. What nobody asks any more fades. The same questions in the same order give the same
 * clusters; {@link ClusterState} keeps them.
 */
public final class QuestionClusters {
  private static final double HIGHEST_POWER = 30;
  private static final double FADED = 1e-6;
  private static final double KEPT_WHEN_FULL = 0.9;

  private final QuestionReader reader;
  private final ClusterLimits limits;
  final Frequencies frequencies = new Frequencies();
  final Sample sample = new Sample();
  final Map<String, Cluster> clusters = new HashMap<>();
  private final ClusterIndex index = new ClusterIndex();
  private final ClusterState state = new ClusterState(this);
  long landmark = Long.MIN_VALUE;

  public QuestionClusters(QuestionReader reader, ClusterLimits limits) {
    this.reader = reader;
    this.limits = limits;
  }

  /** Where the question belongs; empty when it is none. */
  public Optional<Assignment> add(AskedQuestion question) {
    return reader.read(question).map(features -> add(question, features));
  }

  private Assignment add(AskedQuestion question, Map<Integer, Float> features) {
    frequencies.learn(features.keySet());
    SparseVector vector = frequencies.weigh(features, QuestionReader.MOST_FEATURES);
    sample.meet(vector, frequencies.questions());
    double counts = counts(question.at());
    Optional<Cluster> nearest = nearest(vector);
    double similarity = nearest.map(cluster -> cluster.similarity(vector)).orElse(1.0);
    Cluster cluster = nearest.orElseGet(() -> begin(question));
    SparseVector before = cluster.sum;
    boolean changed = cluster.add(question, vector, counts, limits.features());
    index.update(cluster, before);
    state.changed(cluster);
    if (clusters.size() > limits.clusters()) {
      forgetWeakest();
    }
    return new Assignment(
        cluster.id, cluster.latestFormerIds(), similarity, nearest.isEmpty(), changed);
  }

  /** Merges clusters that turned out to be one; also tells where their former parts belong now. */
  public List<Merge> maintain() {
    List<Cluster> all =
        clusters.values().stream()
            .sorted(
                Comparator.comparingDouble((Cluster cluster) -> -cluster.weight)
                    .thenComparing(cluster -> cluster.id))
            .toList();
    int[] groups =
        new Grouping(sample.threshold())
            .group(
                all.stream()
                    .map(cluster -> new Grouping.Item(cluster.sum, cluster.weight))
                    .toList());
    Map<Integer, Cluster> survivors = new HashMap<>();
    List<Merge> merges = new ArrayList<>();
    for (int at = 0; at < groups.length; at++) {
      Cluster cluster = all.get(at);
      Cluster survivor = survivors.putIfAbsent(groups[at], cluster);
      if (survivor != null) {
        merge(cluster, survivor);
        merges.add(new Merge(cluster.id, survivor.id));
        cluster.formerIds().forEach(former -> merges.add(new Merge(former, survivor.id)));
      }
    }
    return merges;
  }

  /** Where all ids belong that are remembered; those of clusters to themselves. */
  public List<Merge> belongings() {
    List<Merge> all = new ArrayList<>();
    clusters.values().stream()
        .sorted(Comparator.comparing(cluster -> cluster.id))
        .forEach(
            cluster -> {
              all.add(Merge.itself(cluster.id));
              cluster.formerIds().forEach(former -> all.add(new Merge(former, cluster.id)));
            });
    return all;
  }

  public Optional<ClusterView> view(String id) {
    return Optional.ofNullable(clusters.get(id)).map(Cluster::view);
  }

  /** All clusters, by id. */
  public List<ClusterView> views() {
    return clusters.values().stream()
        .map(Cluster::view)
        .sorted(Comparator.comparing(ClusterView::id))
        .toList();
  }

  /** How many questions were added so far. */
  public long questions() {
    return frequencies.questions();
  }

  public ClusterState state() {
    return state;
  }

  void restore(Cluster cluster) {
    clusters.put(cluster.id, cluster);
    index.add(cluster);
  }

  private Optional<Cluster> nearest(SparseVector vector) {
    double threshold = sample.threshold();
    return index.candidates(vector).stream()
        .filter(cluster -> cluster.similarity(vector) >= threshold)
        .max(
            Comparator.comparingDouble((Cluster cluster) -> cluster.similarity(vector))
                .thenComparing(cluster -> cluster.id));
  }

  private Cluster begin(AskedQuestion question) {
    String id = ClusterId.of(question.id());
    while (clusters.containsKey(id)) {
      id = ClusterId.of(id);
    }
    Cluster cluster = new Cluster(id);
    clusters.put(id, cluster);
    index.add(cluster);
    return cluster;
  }

  private void merge(Cluster cluster, Cluster survivor) {
    SparseVector before = survivor.sum;
    survivor.absorb(cluster, limits.features());
    index.update(survivor, before);
    remove(cluster);
    state.changed(survivor);
  }

  private void remove(Cluster cluster) {
    clusters.remove(cluster.id);
    index.remove(cluster);
    state.removed(cluster);
  }

  private void forgetWeakest() {
    clusters.values().stream()
        .sorted(
            Comparator.comparingDouble((Cluster cluster) -> cluster.weight)
                .thenComparing(cluster -> cluster.id))
        .limit((long) (clusters.size() - limits.clusters() * KEPT_WHEN_FULL))
        .toList()
        .forEach(this::remove);
  }

  /**
   * A later question counts more instead of earlier ones counting less: nothing has to be touched
   * as time goes by.
   */
  private double counts(long at) {
    if (landmark == Long.MIN_VALUE) {
      landmark = at;
    }
    double power = (double) (at - landmark) / limits.halfLife().toMillis();
    if (power > HIGHEST_POWER) {
      moveLandmark(at, Math.pow(2, -power));
      power = 0;
    }
    return Math.pow(2, Math.max(power, -HIGHEST_POWER));
  }

  private void moveLandmark(long at, double factor) {
    landmark = at;
    for (Cluster cluster : List.copyOf(clusters.values())) {
      if (cluster.weight * factor < FADED) {
        remove(cluster);
      } else {
        cluster.scale(factor);
        state.changed(cluster);
      }
    }
  }
}
