package io.rihla.jobs.questions.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.jobs.questions.clustering.AskedQuestion;
import io.rihla.jobs.questions.clustering.Assignment;
import io.rihla.jobs.questions.clustering.ClusterLimits;
import io.rihla.jobs.questions.clustering.Meaning;
import io.rihla.jobs.questions.clustering.NamedCluster;
import io.rihla.jobs.questions.clustering.QuestionClusters;
import io.rihla.jobs.questions.clustering.QuestionReader;
import io.rihla.jobs.questions.clustering.WholeFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints the figures of docs/questions.md and holds what they promise. */
class QualityTest {
  private static final int SEEDS = 5;

  @ParameterizedTest
  @ValueSource(
      strings = {"umroh", "held-out", "shop-and-bank", "bank-in-english", "clinic-and-internet"})
  void agreesBetterWithPeopleThanTheUsualWays(String name) {
    LabelledSet set = LabelledSet.read(name).shuffled(1);
    Agreement kMeans =
        median(
            LongStream.range(0, SEEDS)
                .mapToObj(
                    seed ->
                        Agreement.of(
                            set.topics(),
                            KMeans.cluster(set.questions(), set.differentTopics(), seed)))
                .toList());
    Agreement microClusters =
        Agreement.of(set.topics(), MicroClusters.cluster(set.questions(), set.differentTopics()));
    Agreement unlinked =
        Agreement.of(set.topics(), MicroClusters.cluster(set.questions(), Integer.MAX_VALUE));
    QuestionReader reader = QuestionReader.standard();
    QuestionReader bare = QuestionReader.withoutSynonyms();
    Agreement whole = quality(set, new WholeFile(reader).cluster(set.questions()));
    Agreement wholeBare = quality(set, new WholeFile(bare).cluster(set.questions()));
    Agreement streamed =
        median(
            LongStream.range(0, SEEDS)
                .mapToObj(set::shuffled)
                .map(
                    shuffled ->
                        quality(shuffled, new StreamedFile(reader).cluster(shuffled.questions())))
                .toList());
    System.out.printf(
        "%s (%d questions, %d topics)%n", name, set.questions().size(), set.differentTopics());
    System.out.println("  TF-IDF k-means, true k     " + kMeans);
    System.out.println("  micro-clusters, true k     " + microClusters);
    System.out.println("  micro-clusters, own k      " + unlinked);
    System.out.println("  whole file                 " + whole);
    System.out.println("  whole file, no synonyms    " + wholeBare);
    System.out.println("  stream, median of orders   " + streamed);

    double best = Math.max(kMeans.ami(), Math.max(microClusters.ami(), unlinked.ami()));
    assertThat(whole.ami()).isGreaterThan(best);
    assertThat(wholeBare.ami()).isGreaterThan(best);
    assertThat(streamed.ami()).isGreaterThan(best);
  }

  @Test
  void anotherOrderOfAFileGivesTheSameClusters() {
    LabelledSet set = LabelledSet.read("umroh");
    WholeFile file = new WholeFile(QuestionReader.standard());
    Agreement first = quality(set, file.cluster(set.questions()));

    for (long seed = 0; seed < 3; seed++) {
      LabelledSet shuffled = set.shuffled(seed);
      assertThat(quality(shuffled, file.cluster(shuffled.questions())).ami())
          .isEqualTo(first.ami());
    }
  }

  /** A played model, right about each topic but for a lot of noise: cosines of about 0.36. */
  @Test
  void anEmbeddingThatKnowsSomethingOfTheTopicsHelps() {
    LabelledSet set = LabelledSet.read("held-out").shuffled(1);
    Agreement words = streamed(set, (topic, number) -> Meaning.UNKNOWN);
    Agreement meant =
        streamed(
            set,
            (topic, number) -> {
              Random ofTopic = new Random(topic.hashCode());
              Random noise = new Random(number);
              float[] vector = new float[384];
              for (int at = 0; at < vector.length; at++) {
                vector[at] = (float) (0.6 * ofTopic.nextGaussian() + 0.8 * noise.nextGaussian());
              }
              return Meaning.of(vector);
            });
    System.out.println("  held-out by words          " + words);
    System.out.println("  held-out, played model     " + meant);
    assertThat(meant.ami()).isGreaterThan(words.ami());
  }

  private static Agreement streamed(LabelledSet set, BiFunction<String, Integer, int[]> model) {
    QuestionClusters clusters =
        new QuestionClusters(QuestionReader.standard(), ClusterLimits.STANDARD);
    Map<String, String> merged = new HashMap<>();
    List<String> assigned = new ArrayList<>();
    for (int at = 0; at < set.questions().size(); at++) {
      int[] meaning = model.apply(set.topics().get(at), at);
      AskedQuestion question =
          new AskedQuestion("m" + at, set.questions().get(at), at, "ID", meaning);
      assigned.add(clusters.add(question).map(Assignment::clusterId).orElse("none"));
    }
    clusters.maintain().forEach(merge -> merged.put(merge.from(), merge.into()));
    return Agreement.of(
        set.topics(), assigned.stream().map(id -> merged.getOrDefault(id, id)).toList());
  }

  private static Agreement quality(LabelledSet set, List<Optional<NamedCluster>> clusters) {
    return Quality.of(set.topics(), clusters).agreement();
  }

  private static Agreement median(List<Agreement> all) {
    List<Agreement> ordered =
        all.stream().sorted(Comparator.comparingDouble(Agreement::ami)).toList();
    return IntStream.of(ordered.size() / 2).mapToObj(ordered::get).findFirst().orElseThrow();
  }
}
