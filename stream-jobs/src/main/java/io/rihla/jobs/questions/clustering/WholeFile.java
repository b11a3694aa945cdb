package io.rihla.jobs.questions.clustering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Clusters questions that are all known: the same reading, threshold and grouping as for a stream,
 * but with the rarity of words over the whole, and whatever the order of the questions.
 */
public final class WholeFile {
  private static final int PAIRS = 200_000;
  private static final long SEED = 7;

  private final QuestionReader reader;

  public WholeFile(QuestionReader reader) {
    this.reader = reader;
  }

  /** A different question and where it stands. */
  private static final class Question {
    final String text;
    final Map<Integer, Float> features;
    final List<Integer> lines = new ArrayList<>();
    SparseVector vector = SparseVector.EMPTY;

    Question(String text, Map<Integer, Float> features) {
      this.text = text;
      this.features = features;
    }
  }

  /** The cluster of each text, the greatest first; empty where a text is no question. */
  public List<Optional<NamedCluster>> cluster(List<String> texts) {
    List<Question> questions = read(texts);
    Frequencies frequencies = new Frequencies();
    questions.forEach(
        question -> question.lines.forEach(line -> frequencies.learn(question.features.keySet())));
    questions.forEach(
        question ->
            question.vector = frequencies.weigh(question.features, QuestionReader.MOST_FEATURES));
    int[] groups =
        new Grouping(threshold(questions))
            .group(
                questions.stream()
                    .map(
                        question ->
                            new Grouping.Item(
                                question.vector.times(question.lines.size()),
                                question.lines.size()))
                    .toList());
    return named(texts.size(), questions, groups);
  }

  private List<Question> read(List<String> texts) {
    Map<String, Question> different = new LinkedHashMap<>();
    for (int line = 0; line < texts.size(); line++) {
      String text = texts.get(line).strip();
      Question known = different.get(text);
      if (known == null) {
        Optional<Map<Integer, Float>> features = reader.read(text);
        if (features.isEmpty()) {
          continue;
        }
        known = new Question(text, features.get());
        different.put(text, known);
      }
      known.lines.add(line);
    }
    // by what they say and not by where they stand: another order gives the same clusters
    return different.values().stream()
        .sorted(
            Comparator.comparingInt((Question question) -> scattered(question.text))
                .thenComparing(question -> question.text))
        .toList();
  }

  private static int scattered(String text) {
    return text.hashCode() * 0x9E3779B9;
  }

  private static double threshold(List<Question> questions) {
    Background background = new Background();
    SplittableRandom random = new SplittableRandom(SEED);
    long pairs = Math.min(PAIRS, (long) questions.size() * (questions.size() - 1) / 2);
    for (long pair = 0; pair < pairs; pair++) {
      int one = random.nextInt(questions.size());
      int other = random.nextInt(questions.size());
      if (one != other) {
        background.pair(questions.get(one).vector.dot(questions.get(other).vector));
      }
    }
    return background.threshold();
  }

  private static List<Optional<NamedCluster>> named(
      int lines, List<Question> questions, int[] groups) {
    Map<Integer, List<Question>> members = new LinkedHashMap<>();
    for (int at = 0; at < groups.length; at++) {
      members.computeIfAbsent(groups[at], any -> new ArrayList<>()).add(questions.get(at));
    }
    List<Optional<NamedCluster>> named =
        new ArrayList<>(java.util.Collections.nCopies(lines, Optional.empty()));
    List<List<Question>> bySize =
        members.values().stream()
            .sorted(
                Comparator.comparingInt(WholeFile::size)
                    .reversed()
                    .thenComparing(group -> group.getFirst().text))
            .toList();
    for (int rank = 0; rank < bySize.size(); rank++) {
      NamedCluster cluster = new NamedCluster("c" + (rank + 1), label(bySize.get(rank)));
      bySize
          .get(rank)
          .forEach(
              question -> question.lines.forEach(line -> named.set(line, Optional.of(cluster))));
    }
    return named;
  }

  private static int size(List<Question> group) {
    return group.stream().mapToInt(question -> question.lines.size()).sum();
  }

  private static String label(List<Question> group) {
    Map<Integer, Float> sums = new HashMap<>();
    for (Question question : group) {
      for (int at = 0; at < question.vector.size(); at++) {
        sums.merge(
            question.vector.features()[at],
            question.vector.weights()[at] * question.lines.size(),
            Float::sum);
      }
    }
    SparseVector centre = SparseVector.unit(sums, sums.size());
    return group.stream()
        .max(
            Comparator.comparingDouble(
                    (Question question) ->
                        Label.fitness(question.text, question.vector.dot(centre)))
                .thenComparing(question -> question.text))
        .map(question -> Label.of(question.text))
        .orElse("");
  }
}
