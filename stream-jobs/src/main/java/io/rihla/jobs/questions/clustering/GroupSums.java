package io.rihla.jobs.questions.clustering;

import io.rihla.jobs.questions.clustering.Grouping.Item;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sums of all groups by feature, so that an item meets only groups it shares something with.
 */
final class GroupSums {
  private static final float NOTHING = 1e-6f;

  /** For one feature, the groups that have it. */
  private static final class Posting {
    int[] groups = new int[2];
    float[] sums = new float[2];
    int size;

    void add(int group, float weight) {
      for (int at = 0; at < size; at++) {
        if (groups[at] == group) {
          sums[at] += weight;
          if (sums[at] < NOTHING) {
            size--;
            groups[at] = groups[size];
            sums[at] = sums[size];
          }
          return;
        }
      }
      append(group, weight);
    }

    void append(int group, float weight) {
      if (size == groups.length) {
        groups = Arrays.copyOf(groups, size * 2);
        sums = Arrays.copyOf(sums, size * 2);
      }
      groups[size] = group;
      sums[size++] = weight;
    }
  }

  private final Map<Integer, Posting> postings = new HashMap<>();
  private final double[] weights;
  private final int[] sizes;
  private final double[] similarities;
  private final int[] met;
  private int metCount;

  GroupSums(List<Item> items, int[] groups) {
    weights = new double[items.size()];
    sizes = new int[items.size()];
    similarities = new double[items.size()];
    met = new int[items.size()];
    for (int at = 0; at < groups.length; at++) {
      add(items.get(at), groups[at], 1);
    }
  }

  int size(int group) {
    return sizes[group];
  }

  double weight(int group) {
    return weights[group];
  }

  void move(Item item, int from, int to) {
    add(item, from, -1);
    add(item, to, 1);
  }

  /** Sums up the similarity of the item to every group it shares a feature with. */
  void compare(Item item) {
    for (int at = 0; at < metCount; at++) {
      similarities[met[at]] = 0;
    }
    metCount = 0;
    SparseVector sum = item.sum();
    for (int at = 0; at < sum.size(); at++) {
      Posting posting = postings.get(sum.features()[at]);
      if (posting == null) {
        continue;
      }
      double weight = sum.weights()[at];
      for (int entry = 0; entry < posting.size; entry++) {
        int group = posting.groups[entry];
        if (similarities[group] == 0) {
          met[metCount++] = group;
        }
        similarities[group] += weight * posting.sums[entry];
      }
    }
  }

  int met() {
    return metCount;
  }

  int met(int at) {
    return met[at];
  }

  double similarity(int group) {
    return similarities[group];
  }

  private void add(Item item, int group, int sign) {
    weights[group] += sign * item.weight();
    sizes[group] += sign;
    SparseVector sum = item.sum();
    for (int at = 0; at < sum.size(); at++) {
      postings
          .computeIfAbsent(sum.features()[at], any -> new Posting())
          .add(group, sign * sum.weights()[at]);
    }
  }
}
