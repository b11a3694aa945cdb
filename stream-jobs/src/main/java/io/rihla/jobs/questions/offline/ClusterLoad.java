package io.rihla.jobs.questions.offline;

import io.rihla.jobs.questions.clustering.AskedQuestion;
import io.rihla.jobs.questions.clustering.ClusterLimits;
import io.rihla.jobs.questions.clustering.QuestionClusters;
import io.rihla.jobs.questions.clustering.QuestionReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Measures the clustering of a stream: how fast it is and how large its state gets. */
final class ClusterLoad {
  private static final long SEED = 1;
  private static final int MAINTAINED_EVERY = 1_000;
  private static final int READ_ALONE = 100_000;
  private static final int QUESTIONS_A_DAY = 20_000;
  private static final long DAY = 86_400_000L;
  private static final double MEGABYTE = 1_000_000;

  private final QuestionClusters clusters =
      new QuestionClusters(QuestionReader.standard(), ClusterLimits.STANDARD);
  private final Map<String, Integer> pieces = new HashMap<>();
  private long merges;

  /** Adds so many made-up questions and reports on the way, beside reading them alone. */
  void run(int questions) {
    reading(Math.min(questions, READ_ALONE));
    GeneratedQuestions made = new GeneratedQuestions(SEED);
    int report = Math.max(1, questions / 10);
    int block = Math.max(1, Math.min(10_000, questions));
    String[] texts = new String[block];
    long nanoseconds = 0;
    for (int from = 0; from < questions; from += block) {
      Arrays.setAll(texts, any -> made.next());
      long begin = System.nanoTime();
      for (int at = 0; at < block; at++) {
        int number = from + at;
        clusters.add(
            new AskedQuestion("m-" + number, texts[at], number * DAY / QUESTIONS_A_DAY, "ID"));
        if (number % MAINTAINED_EVERY == 0) {
          merges += clusters.maintain().size();
        }
      }
      nanoseconds += System.nanoTime() - begin;
      if ((from + block) % report == 0) {
        report(from + block, nanoseconds);
      }
    }
  }

  /** What understanding the words takes, without comparing them with anything. */
  private static void reading(int questions) {
    GeneratedQuestions made = new GeneratedQuestions(SEED);
    QuestionReader reader = QuestionReader.standard();
    String[] texts = new String[questions];
    Arrays.setAll(texts, any -> made.next());
    long nanoseconds = 0;
    long features = 0;
    // the first round compiles
    for (int round = 0; round < 2; round++) {
      long begin = System.nanoTime();
      for (String text : texts) {
        features += reader.read(text).map(Map::size).orElse(0);
      }
      nanoseconds = System.nanoTime() - begin;
    }
    System.out.printf(
        Locale.ROOT,
        "%,d questions read alone: %,.0f/s, %,d features%n",
        questions,
        questions / (nanoseconds / 1e9),
        features);
  }

  private void report(int questions, long nanoseconds) {
    clusters
        .state()
        .takeChanges()
        .forEach(
            (name, piece) ->
                piece.ifPresentOrElse(
                    bytes -> pieces.put(name, bytes.length), () -> pieces.remove(name)));
    System.out.printf(
        Locale.ROOT,
        "%,d questions: %,.0f/s, %d clusters, %d merges, state %.1f MB%n",
        questions,
        questions / (nanoseconds / 1e9),
        clusters.views().size(),
        merges,
        pieces.values().stream().mapToInt(Integer::intValue).sum() / MEGABYTE);
  }
}
