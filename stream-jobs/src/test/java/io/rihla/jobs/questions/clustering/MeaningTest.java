package io.rihla.jobs.questions.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeaningTest {
  private static final int DIMENSIONS = 384;

  /** Unit vectors whose cosine is about {@code cosine}. */
  private static float[] near(float[] vector, double cosine, Random random) {
    float[] other = anywhere(random);
    double rest = Math.sqrt(1 - cosine * cosine);
    for (int at = 0; at < other.length; at++) {
      other[at] = (float) (cosine * vector[at] + rest * other[at]);
    }
    return other;
  }

  private static float[] anywhere(Random random) {
    float[] vector = new float[DIMENSIONS];
    double squares = 0;
    for (int at = 0; at < vector.length; at++) {
      vector[at] = (float) random.nextGaussian();
      squares += vector[at] * vector[at];
    }
    for (int at = 0; at < vector.length; at++) {
      vector[at] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  private static long shared(float[] one, float[] other) {
    List<Integer> features = Arrays.stream(Meaning.of(one)).boxed().toList();
    return Arrays.stream(Meaning.of(other)).filter(features::contains).count();
  }

  @Test
  void theNearerTwoMeaningsTheMoreTheyShare() {
    Random random = new Random(7);
    long same = 0;
    long alike = 0;
    long different = 0;
    for (int i = 0; i < 50; i++) {
      float[] vector = anywhere(random);
      same += shared(vector, vector);
      alike += shared(vector, near(vector, 0.8, random));
      different += shared(vector, near(vector, 0.1, random));
    }
    assertThat(same).isEqualTo(50L * Meaning.TABLES);
    assertThat(alike).isBetween(different * 3, same / 2);
  }

  @Test
  void withoutAnEmbeddingNothingChanges() {
    Map<Integer, Float> features = new HashMap<>(Map.of(1, 1f, 2, 0.5f));
    Meaning.add(features, Meaning.UNKNOWN);
    assertThat(features).isEqualTo(Map.of(1, 1f, 2, 0.5f));
  }

  @Test
  void questionsWithoutACommonWordMeetWhenTheyMeanTheSame() {
    Map<String, float[]> meanings = new HashMap<>();
    Random random = new Random(3);
    float[] price = anywhere(random);
    float[] hotel = anywhere(random);
    float[] visa = anywhere(random);
    List<String> prices = List.of("berapa biayanya", "ongkosnya kena brp", "tarif totalnya dong");
    List<String> hotels = List.of("nginepnya dimana", "penginapan bintang berapa", "lokasi hotel");
    List<String> visas = List.of("urus visa siapa", "dokumen imigrasi apa", "syarat masuk saudi");
    prices.forEach(text -> meanings.put(text, near(price, 0.9, random)));
    hotels.forEach(text -> meanings.put(text, near(hotel, 0.9, random)));
    visas.forEach(text -> meanings.put(text, near(visa, 0.9, random)));

    assertThat(together(prices, meanings)).isGreaterThan(together(prices, Map.of()));
    assertThat(together(hotels, meanings)).isGreaterThan(together(hotels, Map.of()));
    assertThat(together(List.of(prices.getFirst(), visas.getFirst()), meanings))
        .isLessThan(together(visas, meanings) / 2);
  }

  /** How alike the questions are on average, a pair at a time. */
  private static double together(List<String> texts, Map<String, float[]> meanings) {
    QuestionReader reader = QuestionReader.withoutSynonyms();
    double sum = 0;
    int pairs = 0;
    for (String one : texts) {
      for (String other : texts) {
        if (!one.equals(other)) {
          sum += vector(reader, one, meanings).dot(vector(reader, other, meanings));
          pairs++;
        }
      }
    }
    return sum / pairs;
  }

  private static SparseVector vector(
      QuestionReader reader, String text, Map<String, float[]> meanings) {
    int[] meaning =
        Optional.ofNullable(meanings.get(text)).map(Meaning::of).orElse(Meaning.UNKNOWN);
    return SparseVector.unit(
        reader.read(new AskedQuestion(text, text, 0, "ID", meaning)).orElseThrow(),
        QuestionReader.MOST_FEATURES);
  }
}
