package io.rihla.jobs.questions.clustering;

/** Two clusters turned out to be one; what was assigned to the former belongs to the latter. */
public record Merge(String from, String into) {
  /** A cluster that is part of no other. */
  public static Merge itself(String id) {
    return new Merge(id, id);
  }
}
