package io.rihla.jobs.questions.offline;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The usual vectors: words as written, weighed by term and inverse document frequency. */
final class TfIdf {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private TfIdf() {}

  static List<Map<String, Double>> vectors(List<String> texts) {
    List<Map<String, Double>> counts = texts.stream().map(TfIdf::words).toList();
    Map<String, Integer> documents = new HashMap<>();
    counts.forEach(words -> words.keySet().forEach(word -> documents.merge(word, 1, Integer::sum)));
    return counts.stream().map(words -> weighed(words, documents, texts.size())).toList();
  }

  static Map<String, Double> words(String text) {
    Map<String, Double> words = new HashMap<>();
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .forEach(match -> words.merge(match.group(), 1.0, Double::sum));
    return words;
  }

  static double dot(Map<String, Double> one, Map<String, Double> other) {
    Map<String, Double> small = one.size() < other.size() ? one : other;
    Map<String, Double> large = one.size() < other.size() ? other : one;
    double sum = 0;
    for (Map.Entry<String, Double> entry : small.entrySet()) {
      sum += entry.getValue() * large.getOrDefault(entry.getKey(), 0.0);
    }
    return sum;
  }

  static Map<String, Double> unit(Map<String, Double> vector) {
    double length = Math.sqrt(dot(vector, vector));
    Map<String, Double> unit = new HashMap<>();
    vector.forEach((word, weight) -> unit.put(word, length == 0 ? 0 : weight / length));
    return unit;
  }

  private static Map<String, Double> weighed(
      Map<String, Double> words, Map<String, Integer> documents, int all) {
    Map<String, Double> weighed = new HashMap<>();
    words.forEach(
        (word, count) ->
            weighed.put(
                word, count * (Math.log((1.0 + all) / (1 + documents.getOrDefault(word, 0))) + 1)));
    return unit(weighed);
  }
}
