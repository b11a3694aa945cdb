package io.rihla.jobs.questions.clustering;

/** What a cluster is called by. */
final class Label {
  private static final int COMFORTABLE = 60;
  private static final int LONGEST = 120;

  private Label() {}

  /** How well a question stands for its cluster: central, and not longer than it need be. */
  static double fitness(String text, double centrality) {
    return centrality * Math.min(1, (double) COMFORTABLE / Math.max(text.length(), 1));
  }

  /** On one line, and cut when it is very long. */
  static String of(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
