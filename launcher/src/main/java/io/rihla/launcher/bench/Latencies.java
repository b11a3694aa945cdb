package io.rihla.launcher.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured times in milliseconds, and what share of them was below. */
final class Latencies {
  private static final double HUNDRED = 100.0;

  private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());

  void add(double value) {
    millis.add(value);
  }

  int count() {
    return millis.size();
  }

  /** Nearest rank; not a number when nothing was measured. */
  double percentile(int percent) {
    List<Double> sorted = new ArrayList<>(millis);
    if (sorted.isEmpty()) {
      return Double.NaN;
    }
    Collections.sort(sorted);
    int rank = (int) Math.ceil(percent / HUNDRED * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }
}
