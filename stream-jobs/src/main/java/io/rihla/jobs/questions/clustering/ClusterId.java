package io.rihla.jobs.questions.clustering;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Ids of clusters: the same first question always makes the same id. */
final class ClusterId {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private ClusterId() {}

  static String of(String firstQuestion) {
    long hash = BASIS;
    for (byte next : firstQuestion.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (next & 0xff)) * PRIME;
    }
    hash ^= hash >>> 32;
    hash *= 0x9E3779B97F4A7C15L;
    hash ^= hash >>> 29;
    return "q_" + HexFormat.of().toHexDigits(hash);
  }
}
