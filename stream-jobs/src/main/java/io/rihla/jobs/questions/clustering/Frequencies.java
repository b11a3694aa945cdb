package io.rihla.jobs.questions.clustering;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.BitSet;
import java.util.Map;

/** In how many questions each feature was seen: rare ones tell more. Of fixed size. */
final class Frequencies {
  static final int PAGE = 1_024;
  static final int PAGES = Features.SPACE / PAGE;

  private final int[] seenIn = new int[Features.SPACE];
  private final BitSet changedPages = new BitSet(PAGES);
  private int questions;

  void learn(Iterable<Integer> features) {
    questions++;
    for (int feature : features) {
      seenIn[feature]++;
      changedPages.set(feature / PAGE);
    }
  }

  SparseVector weigh(Map<Integer, Float> features, int most) {
    features.replaceAll((feature, weight) -> weight * rarity(feature));
    return SparseVector.unit(features, most);
  }

  int questions() {
    return questions;
  }

  void questions(int seen) {
    questions = seen;
  }

  /** The pages that changed since they were last asked for. */
  int[] takeChangedPages() {
    int[] pages = changedPages.stream().toArray();
    changedPages.clear();
    return pages;
  }

  void writePage(int page, DataOutput out) throws IOException {
    for (int at = page * PAGE; at < (page + 1) * PAGE; at++) {
      Numbers.write(seenIn[at], out);
    }
  }

  void readPage(int page, DataInput in) throws IOException {
    for (int at = page * PAGE; at < (page + 1) * PAGE; at++) {
      seenIn[at] = (int) Numbers.read(in);
    }
  }

  private float rarity(int feature) {
    return (float) Math.log(1 + (double) Math.max(questions, 1) / Math.max(seenIn[feature], 1));
  }
}
