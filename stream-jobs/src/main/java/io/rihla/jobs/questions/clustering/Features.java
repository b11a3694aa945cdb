package io.rihla.jobs.questions.clustering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is compared of a question: its words, neighbouring words, and pieces of words, hashed. */
final class Features {
  /** Features are numbers below this: what is counted for them has a fixed size. */
  static final int SPACE = 1 << 18;

  private static final float WORD = 1f;
  private static final float SMALL_WORD = 0.1f;
  private static final float NEIGHBOURS = 0.3f;
  private static final float PIECE = 0.35f;
  private static final int[] PIECES = {3, 4};

  private final Vocabulary vocabulary;

  Features(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Map<Integer, Float> of(List<String> words) {
    Map<Integer, Float> features = new HashMap<>();
    String before = null;
    for (String word : words) {
      boolean small = vocabulary.isSmall(word);
      add(features, 'w', word, small ? SMALL_WORD : WORD);
      if (!small) {
        pieces(features, '^' + word + '$');
      }
      if (before != null) {
        add(features, 'b', before + ' ' + word, NEIGHBOURS);
      }
      before = word;
    }
    return features;
  }

  private static void pieces(Map<Integer, Float> features, String word) {
    for (int length : PIECES) {
      for (int at = 0; at + length <= word.length(); at++) {
        add(features, 'p', word.substring(at, at + length), PIECE);
      }
    }
  }

  private static void add(Map<Integer, Float> features, char kind, String text, float weight) {
    features.merge(hash(kind, text), weight, Float::sum);
  }

  static int hash(char kind, String text) {
    int hash = text.hashCode() * 31 + kind;
    hash ^= hash >>> 16;
    hash *= 0x85ebca6b;
    hash ^= hash >>> 13;
    hash *= 0xc2b2ae35;
    hash ^= hash >>> 16;
    return hash & (SPACE - 1);
  }
}
