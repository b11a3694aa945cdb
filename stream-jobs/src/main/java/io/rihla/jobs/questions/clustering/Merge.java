package io.rihla.jobs.questions.clustering;

/** Two clusters turned out to be one; what was assigned to the former belongs to the latter. */
public record Merge(String from, String into) {
  /** What is a cluster of its own. */
  public static Merge none(String id) {
    return new Merge(id, id);
  }
}
