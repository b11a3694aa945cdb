package io.rihla.jobs.questions.offline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stream clustering in the manner of textClust: micro-clusters of word counts that fade, joined
 * when the cosine of their TF-IDF vectors reaches mean plus one deviation of what was met; at the
 * end micro-clusters are put together by average linkage into as many as there are topics.
 */
final class MicroClusters {
  private static final double FADING = 0.0005;
  private static final double WEAKEST = 0.05;

  private static final class Micro {
    final Map<String, Double> counts = new HashMap<>();
    final List<Integer> members = new ArrayList<>();
    double weight;
    int touched;

    void fade(int now) {
      double factor = Math.pow(2, -FADING * (now - touched));
      counts.replaceAll((word, count) -> count * factor);
      weight *= factor;
      touched = now;
    }
  }

  private MicroClusters() {}

  static List<String> cluster(List<String> texts, int topics) {
    List<Micro> micros = new ArrayList<>();
    double sum = 0;
    double squares = 0;
    long met = 0;
    for (int now = 0; now < texts.size(); now++) {
      Map<String, Double> words = TfIdf.words(texts.get(now));
      Map<String, Integer> having = new HashMap<>();
      micros.forEach(
          micro -> micro.counts.keySet().forEach(word -> having.merge(word, 1, Integer::sum)));
      Map<String, Double> vector = weighed(words, having, micros.size());
      Micro nearest = null;
      double most = 0;
      for (Micro micro : micros) {
        double similarity = TfIdf.dot(vector, weighed(micro.counts, having, micros.size()));
        sum += similarity;
        squares += similarity * similarity;
        met++;
        if (similarity > most) {
          most = similarity;
          nearest = micro;
        }
      }
      double mean = met == 0 ? 0 : sum / met;
      double threshold = met == 0 ? 1 : mean + Math.sqrt(Math.max(0, squares / met - mean * mean));
      if (nearest == null || most < Math.max(threshold, WEAKEST)) {
        nearest = new Micro();
        nearest.touched = now;
        micros.add(nearest);
      }
      nearest.fade(now);
      Micro joined = nearest;
      words.forEach((word, count) -> joined.counts.merge(word, count, Double::sum));
      nearest.weight++;
      nearest.members.add(now);
    }
    return named(texts.size(), linked(micros, topics));
  }

  private static List<List<Micro>> linked(List<Micro> micros, int topics) {
    Map<String, Integer> having = new HashMap<>();
    micros.forEach(
        micro -> micro.counts.keySet().forEach(word -> having.merge(word, 1, Integer::sum)));
    List<Map<String, Double>> vectors =
        micros.stream().map(micro -> weighed(micro.counts, having, micros.size())).toList();
    int size = micros.size();
    double[][] similarity = new double[size][size];
    List<List<Micro>> groups = new ArrayList<>();
    for (int one = 0; one < size; one++) {
      groups.add(new ArrayList<>(List.of(micros.get(one))));
      for (int other = 0; other < size; other++) {
        similarity[one][other] = TfIdf.dot(vectors.get(one), vectors.get(other));
      }
    }
    for (int left = size; left > topics; left--) {
      int first = -1;
      int second = -1;
      for (int one = 0; one < size; one++) {
        for (int other = one + 1; other < size && !groups.get(one).isEmpty(); other++) {
          if (!groups.get(other).isEmpty()
              && (first < 0 || similarity[one][other] > similarity[first][second])) {
            first = one;
            second = other;
          }
        }
      }
      double weight = groups.get(first).size();
      double added = groups.get(second).size();
      for (int other = 0; other < size; other++) {
        double mean =
            (similarity[first][other] * weight + similarity[second][other] * added)
                / (weight + added);
        similarity[first][other] = mean;
        similarity[other][first] = mean;
      }
      groups.get(first).addAll(groups.get(second));
      groups.get(second).clear();
    }
    return groups;
  }

  private static Map<String, Double> weighed(
      Map<String, Double> counts, Map<String, Integer> having, int all) {
    Map<String, Double> weighed = new HashMap<>();
    counts.forEach(
        (word, count) ->
            weighed.put(
                word, count * (Math.log((1.0 + all) / (1 + having.getOrDefault(word, 0))) + 1)));
    return TfIdf.unit(weighed);
  }

  private static List<String> named(int texts, List<List<Micro>> groups) {
    String[] names = new String[texts];
    for (int group = 0; group < groups.size(); group++) {
      for (Micro micro : groups.get(group)) {
        for (int member : micro.members) {
          names[member] = "" + group;
        }
      }
    }
    return List.of(names);
  }
}
