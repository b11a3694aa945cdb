package io.rihla.functions.brain.llm;

import java.time.Duration;

/** The moment by which a thought must be over. */
record Deadline(long nanos) {
  static Deadline in(Duration most) {
    return new Deadline(System.nanoTime() + most.toNanos());
  }

  boolean isOver() {
    return nanos - System.nanoTime() <= 0;
  }

  /** What is left, but no more than {@code most}. */
  Duration left(Duration most) {
    Duration left = Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    return left.compareTo(most) < 0 ? left : most;
  }
}
