package io.rihla.jobs.questions.clustering;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.BitSet;

/** Some earlier questions, to learn from how alike questions are by chance. */
final class Sample {
  static final int SIZE = 256;
  private static final int MEETINGS = 4;
  private static final int EVERY = 3;
  private static final int SPREAD = 0x9E3779B9;

  private final SparseVector[] questions = new SparseVector[SIZE];
  private final BitSet changed = new BitSet(SIZE);
  private final Background background = new Background();

  Sample() {
    java.util.Arrays.fill(questions, SparseVector.EMPTY);
  }

  /** Compares the question, the given number in order, with some of the sample and may keep it. */
  void meet(SparseVector question, int number) {
    int filled = Math.min(SIZE, number / EVERY);
    for (int meeting = 0; meeting < MEETINGS && filled > 0; meeting++) {
      int at = Integer.remainderUnsigned(((number * MEETINGS + meeting) * SPREAD) >>> 8, filled);
      background.pair(question.dot(questions[at]));
    }
    if (number % EVERY == 0) {
      int slot = (number / EVERY - 1) % SIZE;
      questions[slot] = question;
      changed.set(slot);
    }
  }

  double threshold() {
    return background.threshold();
  }

  int[] takeChanged() {
    int[] slots = changed.stream().toArray();
    changed.clear();
    return slots;
  }

  void writeSlot(int slot, DataOutput out) throws IOException {
    Vectors.write(questions[slot], out);
  }

  void readSlot(int slot, DataInput in) throws IOException {
    questions[slot] = Vectors.read(in);
  }

  void write(DataOutput out) throws IOException {
    background.write(out);
  }

  void read(DataInput in) throws IOException {
    background.read(in);
  }
}
