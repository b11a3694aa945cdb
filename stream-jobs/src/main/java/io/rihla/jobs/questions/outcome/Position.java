package io.rihla.jobs.questions.outcome;

/** How far a customer's events are known, and how often rows were written since. */
public record Position(int partition, long offset, int revision) {
  private static final int REVISIONS = 1 << 12;

  Position next() {
    return new Position(partition, offset, Math.min(revision + 1, REVISIONS - 1));
  }

  /** Rises with everything that becomes known of the customer. */
  long version() {
    return offset * REVISIONS + revision;
  }
}
