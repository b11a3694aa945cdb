package io.rihla.jobs.questions.offline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Spherical k-means with k-means++ starts on TF-IDF vectors: told how many topics there are. */
final class KMeans {
  private static final int SWEEPS = 50;

  private KMeans() {}

  static List<String> cluster(List<String> texts, int topics, long seed) {
    List<Map<String, Double>> vectors = TfIdf.vectors(texts);
    List<Map<String, Double>> centres = starts(vectors, topics, new Random(seed));
    int[] nearest = new int[texts.size()];
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
    return Arrays.stream(nearest).mapToObj(Integer::toString).toList();
  }

  private static List<Map<String, Double>> starts(
      List<Map<String, Double>> vectors, int topics, Random random) {
    List<Map<String, Double>> starts = new ArrayList<>();
    starts.add(vectors.get(random.nextInt(vectors.size())));
    double[] distances = new double[vectors.size()];
    Arrays.fill(distances, Double.MAX_VALUE);
    while (starts.size() < topics) {
      double sum = 0;
      for (int at = 0; at < distances.length; at++) {
        distances[at] =
            Math.min(distances[at], Math.max(0, 1 - TfIdf.dot(vectors.get(at), starts.getLast())));
        sum += distances[at];
      }
      double chosen = random.nextDouble() * sum;
      int at = 0;
      while (at < distances.length - 1 && (chosen -= distances[at]) > 0) {
        at++;
      }
      starts.add(vectors.get(at));
    }
    return starts;
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
