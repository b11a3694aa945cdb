package io.rihla.jobs.questions.offline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Spherical k-means on TF-IDF vectors as it is usually run: told how many topics there are, greedy
 * k-means++ starts, the tightest of several runs.
 */
final class KMeans {
  private static final int SWEEPS = 50;
  private static final int RUNS = 5;
  private static final int TRIALS = 5;

  private record Run(int[] nearest, double tightness) {}

  private KMeans() {}

  static List<String> cluster(List<String> texts, int topics, long seed) {
    List<Map<String, Double>> vectors = TfIdf.vectors(texts);
    Random random = new Random(seed);
    Run best =
        Stream.generate(() -> run(vectors, topics, random))
            .limit(RUNS)
            .max(Comparator.comparingDouble(Run::tightness))
            .orElseThrow();
    return Arrays.stream(best.nearest()).mapToObj(Integer::toString).toList();
  }

  private static Run run(List<Map<String, Double>> vectors, int topics, Random random) {
    List<Map<String, Double>> centres = starts(vectors, topics, random);
    int[] nearest = new int[vectors.size()];
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      int[] before = nearest.clone();
      for (int at = 0; at < nearest.length; at++) {
        nearest[at] = nearest(vectors.get(at), centres);
      }
      if (sweep > 0 && Arrays.equals(before, nearest)) {
        break;
      }
      centres = centres(vectors, nearest, centres);
    }
    double tightness = 0;
    for (int at = 0; at < nearest.length; at++) {
      tightness += TfIdf.dot(vectors.get(at), centres.get(nearest[at]));
    }
    return new Run(nearest, tightness);
  }

  private static List<Map<String, Double>> starts(
      List<Map<String, Double>> vectors, int topics, Random random) {
    List<Map<String, Double>> starts = new ArrayList<>();
    starts.add(vectors.get(random.nextInt(vectors.size())));
    double[] distances = distances(vectors, starts.getFirst(), null);
    while (starts.size() < topics) {
      double[] best = distances;
      Map<String, Double> start = vectors.getFirst();
      for (int trial = 0; trial < TRIALS; trial++) {
        Map<String, Double> candidate = vectors.get(drawn(distances, random));
        double[] left = distances(vectors, candidate, distances);
        if (trial == 0 || Arrays.stream(left).sum() < Arrays.stream(best).sum()) {
          best = left;
          start = candidate;
        }
      }
      starts.add(start);
      distances = best;
    }
    return starts;
  }

  private static double[] distances(
      List<Map<String, Double>> vectors, Map<String, Double> start, double @Nullable [] before) {
    double[] distances = new double[vectors.size()];
    for (int at = 0; at < distances.length; at++) {
      double distance = Math.max(0, 1 - TfIdf.dot(vectors.get(at), start));
      distances[at] = before == null ? distance : Math.min(before[at], distance);
    }
    return distances;
  }

  private static int drawn(double[] distances, Random random) {
    double chosen = random.nextDouble() * Arrays.stream(distances).sum();
    int at = 0;
    while (at < distances.length - 1 && (chosen -= distances[at]) > 0) {
      at++;
    }
    return at;
  }

  private static int nearest(Map<String, Double> vector, List<Map<String, Double>> centres) {
    int nearest = 0;
    double most = -1;
    for (int centre = 0; centre < centres.size(); centre++) {
      double similarity = TfIdf.dot(vector, centres.get(centre));
      if (similarity > most) {
        most = similarity;
        nearest = centre;
      }
    }
    return nearest;
  }

  private static List<Map<String, Double>> centres(
      List<Map<String, Double>> vectors, int[] nearest, List<Map<String, Double>> before) {
    List<Map<String, Double>> centres = new ArrayList<>();
    for (int centre = 0; centre < before.size(); centre++) {
      Map<String, Double> sum = new HashMap<>();
      for (int at = 0; at < nearest.length; at++) {
        if (nearest[at] == centre) {
          vectors.get(at).forEach((word, weight) -> sum.merge(word, weight, Double::sum));
        }
      }
      centres.add(sum.isEmpty() ? before.get(centre) : TfIdf.unit(sum));
    }
    return centres;
  }
}
