package io.rihla.jobs.questions.clustering;

import java.util.regex.Pattern;

/** What a cluster is called by. */
final class Label {
  private static final int COMFORTABLE = 60;
  private static final int LONGEST = 120;
  private static final Pattern PRIVATE = Pattern.compile("\\+?\\d[\\d -]{6,}\\d|\\S+@\\S+");

  private Label() {}

  /** How well a question stands for its cluster: central, and not longer than it need be. */
  static double fitness(String text, double centrality) {
    return centrality * Math.min(1, (double) COMFORTABLE / Math.max(text.length(), 1));
  }

  /** On one line, cut when it is very long, without phone numbers and mail addresses. */
  static String of(String text) {
    String line = PRIVATE.matcher(text.strip().replaceAll("\\s+", " ")).replaceAll("…");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
