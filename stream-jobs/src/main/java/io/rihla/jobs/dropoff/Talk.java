package io.rihla.jobs.dropoff;

/** A stretch of messages of the customer without a silence that could matter. */
public record Talk(long first, long last) {
  Talk with(Talk other) {
    return new Talk(Math.min(first, other.first), Math.max(last, other.last));
  }

  /** How long it was silent between the two, 0 if they overlap. */
  long silenceTo(Talk other) {
    return Math.max(0, Math.max(first, other.first) - Math.min(last, other.last));
  }
}
