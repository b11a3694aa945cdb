package io.rihla.jobs.questions.clustering;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;

/** Weights of a few features out of very many, in the order of the features. */
@SuppressWarnings("ArrayRecordComponent") // never compared; made by the million
record SparseVector(int[] features, float[] weights) {
  static final SparseVector EMPTY = new SparseVector(new int[0], new float[0]);

  /** Of unit length, with at most {@code most} features: those that weigh most. */
  static SparseVector unit(Map<Integer, Float> weights, int most) {
    int[] features = heaviest(weights, most);
    float[] values = new float[features.length];
    double squares = 0;
    for (int at = 0; at < features.length; at++) {
      values[at] = weights.getOrDefault(features[at], 0f);
      squares += (double) values[at] * values[at];
    }
    float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    for (int at = 0; at < values.length; at++) {
      values[at] *= scale;
    }
    return new SparseVector(features, values);
  }

  private static int[] heaviest(Map<Integer, Float> weights, int most) {
    if (weights.size() <= most) {
      return weights.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    }
    return weights.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Float>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .mapToInt(Map.Entry::getKey)
        .sorted()
        .toArray();
  }

  int size() {
    return features.length;
  }

  double dot(SparseVector other) {
    double sum = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < features.length && theirs < other.features.length) {
      int order = Integer.compare(features[mine], other.features[theirs]);
      if (order == 0) {
        sum += (double) weights[mine++] * other.weights[theirs++];
      } else if (order < 0) {
        mine++;
      } else {
        theirs++;
      }
    }
    return sum;
  }

  /** This and {@code factor} times the other. */
  SparseVector plus(SparseVector other, float factor) {
    int[] merged = new int[features.length + other.features.length];
    float[] values = new float[merged.length];
    int mine = 0;
    int theirs = 0;
    int size = 0;
    while (mine < features.length || theirs < other.features.length) {
      int order =
          mine == features.length
              ? 1
              : theirs == other.features.length
                  ? -1
                  : Integer.compare(features[mine], other.features[theirs]);
      merged[size] = order <= 0 ? features[mine] : other.features[theirs];
      float value = 0;
      if (order <= 0) {
        value += weights[mine++];
      }
      if (order >= 0) {
        value += factor * other.weights[theirs++];
      }
      values[size++] = value;
    }
    return new SparseVector(Arrays.copyOf(merged, size), Arrays.copyOf(values, size));
  }

  SparseVector times(float factor) {
    float[] scaled = new float[weights.length];
    for (int at = 0; at < scaled.length; at++) {
      scaled[at] = weights[at] * factor;
    }
    return new SparseVector(features, scaled);
  }

  /** The features that weigh most, still in order. */
  SparseVector heaviest(int most) {
    if (features.length <= most) {
      return this;
    }
    float[] ordered = weights.clone();
    Arrays.sort(ordered);
    float least = ordered[ordered.length - most];
    int equal = most;
    for (float weight : weights) {
      equal -= weight > least ? 1 : 0;
    }
    int[] keptFeatures = new int[most];
    float[] keptWeights = new float[most];
    int size = 0;
    for (int at = 0; at < features.length; at++) {
      if (weights[at] > least || (weights[at] == least && equal-- > 0)) {
        keptFeatures[size] = features[at];
        keptWeights[size++] = weights[at];
      }
    }
    return new SparseVector(keptFeatures, keptWeights);
  }
}
