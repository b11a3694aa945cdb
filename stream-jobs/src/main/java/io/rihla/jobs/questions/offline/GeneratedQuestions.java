package io.rihla.jobs.questions.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Made-up questions to measure with: a thousand topics of very different frequency, each with a few
 * words of its own, between words that all share, with slips of the finger.
 */
final class GeneratedQuestions {
  private static final int TOPICS = 1_000;
  private static final int WORDS = 6_000;
  private static final int WORDS_OF_A_TOPIC = 5;
  private static final String[] SYLLABLES = {
    "ba", "ri", "ku", "ten", "sa", "mo", "li", "gar", "pe", "nu", "wi", "cah", "da", "yo", "tar",
    "is"
  };
  private static final String[] COMMON = {
    "kak", "berapa", "apa", "yang", "ada", "bisa", "untuk", "ya", "gimana", "kalau", "mau", "dong",
    "saya", "min", "harga", "paket", "hotel", "umroh", "the", "is", "how", "tanya"
  };

  private final SplittableRandom random;
  private final List<String> words = new ArrayList<>();
  private final int[][] topics = new int[TOPICS][WORDS_OF_A_TOPIC];

  GeneratedQuestions(long seed) {
    random = new SplittableRandom(seed);
    for (int word = 0; word < WORDS; word++) {
      StringBuilder made = new StringBuilder();
      for (int syllable = random.nextInt(2, 5); syllable > 0; syllable--) {
        made.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      words.add(made.toString());
    }
    for (int[] topic : topics) {
      for (int at = 0; at < topic.length; at++) {
        topic[at] = random.nextInt(WORDS);
      }
    }
  }

  String next() {
    // the square makes the first topics far more frequent than the last
    double chance = random.nextDouble();
    int[] topic = topics[(int) (chance * chance * TOPICS)];
    StringBuilder question = new StringBuilder();
    for (int at = random.nextInt(3, 8); at > 0; at--) {
      question.append(
          random.nextInt(2) == 0
              ? COMMON[random.nextInt(COMMON.length)]
              : slipped(words.get(topic[random.nextInt(topic.length)])));
      question.append(' ');
    }
    return question.toString();
  }

  private String slipped(String word) {
    if (random.nextInt(8) != 0) {
      return word;
    }
    int at = random.nextInt(word.length());
    return word.substring(0, at) + word.substring(at + 1);
  }
}
