package io.rihla.jobs.questions.clustering;

import java.util.Map;

/**
 * What an embedding says, in features like those of words: the space is cut by planes that are the
 * same for ever, and vectors that point the same way lie on the same sides of most of them.
 */
public final class Meaning {
  /** A question nobody embedded. */
  public static final int[] UNKNOWN = new int[0];

  static final int TABLES = 32;
  private static final int PLANES = 4;
  private static final float SHARE = 0.6f;

  private Meaning() {}

  /** For each table the cell that the vector lies in. */
  public static int[] of(float[] embedding) {
    int[] features = new int[TABLES];
    for (int table = 0; table < TABLES; table++) {
      int cell = 0;
      for (int plane = 0; plane < PLANES; plane++) {
        cell = cell << 1 | (side(embedding, table * PLANES + plane) ? 1 : 0);
      }
      features[table] = Features.hash('m', table + ":" + cell);
    }
    return features;
  }

  private static boolean side(float[] embedding, int plane) {
    double sum = 0;
    for (int dimension = 0; dimension < embedding.length; dimension++) {
      sum += positive(plane, dimension) ? embedding[dimension] : -embedding[dimension];
    }
    return sum >= 0;
  }

  private static boolean positive(int plane, int dimension) {
    long mixed = (plane * 0x1_0000L + dimension) * 0x9E3779B97F4A7C15L;
    mixed ^= mixed >>> 32;
    mixed *= 0xD6E8FEB86659FD93L;
    mixed ^= mixed >>> 32;
    return (mixed & 1) == 0;
  }

  /** Lets the meaning count as much of the whole, whatever the number of words. */
  static void add(Map<Integer, Float> features, int[] meaning) {
    if (meaning.length == 0) {
      return;
    }
    double words = 0;
    for (float weight : features.values()) {
      words += (double) weight * weight;
    }
    float weight = (float) Math.sqrt(words * SHARE / (1 - SHARE) / meaning.length);
    for (int feature : meaning) {
      features.merge(feature, weight, Float::sum);
    }
  }
}
