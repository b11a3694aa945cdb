package io.rihla.jobs.questions.clustering;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How alike questions are that have nothing to do with each other: mean and spread of the
 * similarity of pairs taken at random. Two belong together when they are more alike than that mean
 * by one standard deviation.
 */
final class Background {
  private static final double EXPECTED_MEAN = 0.014;
  private static final double EXPECTED_SQUARE = 0.003;
  private static final double EXPECTATION_COUNTS_AS = 200;
  private static final double REMEMBERED_PAIRS = 100_000;

  private double pairs = EXPECTATION_COUNTS_AS;
  private double sum = EXPECTED_MEAN * EXPECTATION_COUNTS_AS;
  private double squares = EXPECTED_SQUARE * EXPECTATION_COUNTS_AS;

  void pair(double similarity) {
    if (pairs >= REMEMBERED_PAIRS) {
      pairs /= 2;
      sum /= 2;
      squares /= 2;
    }
    pairs++;
    sum += similarity;
    squares += similarity * similarity;
  }

  double threshold() {
    double mean = sum / pairs;
    return mean + Math.sqrt(Math.max(0, squares / pairs - mean * mean));
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(pairs);
    out.writeDouble(sum);
    out.writeDouble(squares);
  }

  void read(DataInput in) throws IOException {
    pairs = in.readDouble();
    sum = in.readDouble();
    squares = in.readDouble();
  }
}
