package io.rihla.jobs.questions.clustering;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The bytes of a vector: features as distances from one to the next. */
final class Vectors {
  private Vectors() {}

  static void write(SparseVector vector, DataOutput out) throws IOException {
    Numbers.write(vector.size(), out);
    int before = 0;
    for (int at = 0; at < vector.size(); at++) {
      Numbers.write(vector.features()[at] - before, out);
      out.writeFloat(vector.weights()[at]);
      before = vector.features()[at];
    }
  }

  static SparseVector read(DataInput in) throws IOException {
    int[] features = new int[(int) Numbers.read(in)];
    float[] weights = new float[features.length];
    int before = 0;
    for (int at = 0; at < features.length; at++) {
      features[at] = before + (int) Numbers.read(in);
      weights[at] = in.readFloat();
      before = features[at];
    }
    return new SparseVector(features, weights);
  }
}
