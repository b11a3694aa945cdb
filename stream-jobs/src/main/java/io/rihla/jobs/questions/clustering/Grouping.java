package io.rihla.jobs.questions.clustering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Puts together what belongs together: maximises, over all pairs in a group, how far their
 * similarity exceeds the threshold (the constant Potts model), by moving single items to the group
 * where they gain most and then doing the same with whole groups. How many groups there are follows
 * from the threshold. Deterministic for a given order of the items.
 */
final class Grouping {
  private static final int SWEEPS = 20;
  private static final int ROUNDS = 3;
  private static final double NOTHING = 1e-6;

  /** Questions added up: one, or all of a group. */
  record Item(SparseVector sum, double weight) {}

  private final double threshold;

  Grouping(double threshold) {
    this.threshold = threshold;
  }

  /** The number of its group, from 0 and without gaps, for each item. */
  int[] group(List<Item> items) {
    int[] groups = new int[items.size()];
    Arrays.setAll(groups, at -> at);
    for (int round = 0; round < ROUNDS; round++) {
      boolean moved = move(items, groups);
      groups = numbered(groups);
      if (!moved && round > 0) {
        break;
      }
      groups = joinWhole(items, groups);
    }
    return groups;
  }

  /** Joins whole groups until none gains by it. */
  private int[] joinWhole(List<Item> items, int[] start) {
    int[] groups = start;
    while (true) {
      List<Item> whole = added(items, groups);
      int[] joined = new int[whole.size()];
      Arrays.setAll(joined, at -> at);
      if (!move(whole, joined)) {
        return groups;
      }
      int[] numbers = numbered(joined);
      groups = Arrays.stream(groups).map(group -> numbers[group]).toArray();
    }
  }

  private boolean move(List<Item> items, int[] groups) {
    GroupSums sums = new GroupSums(items, groups);
    Deque<Integer> empty = new ArrayDeque<>();
    for (int group = items.size() - 1; group >= 0; group--) {
      if (sums.size(group) == 0) {
        empty.push(group);
      }
    }
    boolean movedAny = false;
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean moved = false;
      for (int at = 0; at < items.size(); at++) {
        Item item = items.get(at);
        int own = groups[at];
        int best = best(sums, item, own, empty);
        if (best != own) {
          if (sums.size(best) == 0) {
            empty.remove(best);
          }
          sums.move(item, own, best);
          if (sums.size(own) == 0) {
            empty.push(own);
          }
          groups[at] = best;
          moved = true;
        }
      }
      if (!moved) {
        break;
      }
      movedAny = true;
    }
    return movedAny;
  }

  private int best(GroupSums sums, Item item, int own, Deque<Integer> empty) {
    sums.compare(item);
    double ownGain =
        sums.similarity(own)
            - item.sum().dot(item.sum())
            - threshold * item.weight() * (sums.weight(own) - item.weight());
    int best = own;
    double gain = ownGain + NOTHING;
    for (int at = 0; at < sums.met(); at++) {
      int group = sums.met(at);
      if (group != own) {
        double here = sums.similarity(group) - threshold * item.weight() * sums.weight(group);
        if (here > gain || (here == gain && group < best)) {
          best = group;
          gain = here;
        }
      }
    }
    return gain < 0 && sums.size(own) > 1 && !empty.isEmpty() ? empty.getFirst() : best;
  }

  private static List<Item> added(List<Item> items, int[] groups) {
    int count = Arrays.stream(groups).max().orElse(-1) + 1;
    List<List<Item>> members = new ArrayList<>();
    for (int group = 0; group < count; group++) {
      members.add(new ArrayList<>());
    }
    for (int at = 0; at < groups.length; at++) {
      members.get(groups[at]).add(items.get(at));
    }
    return members.stream().map(Grouping::sum).toList();
  }

  private static Item sum(List<Item> members) {
    if (members.size() == 1) {
      return members.getFirst();
    }
    int half = members.size() / 2;
    Item left = sum(members.subList(0, half));
    Item right = sum(members.subList(half, members.size()));
    return new Item(left.sum().plus(right.sum(), 1), left.weight() + right.weight());
  }

  private static int[] numbered(int[] groups) {
    int[] numbers = new int[Arrays.stream(groups).max().orElse(-1) + 1];
    Arrays.fill(numbers, -1);
    int next = 0;
    int[] result = new int[groups.length];
    for (int at = 0; at < groups.length; at++) {
      if (numbers[groups[at]] < 0) {
        numbers[groups[at]] = next++;
      }
      result[at] = numbers[groups[at]];
    }
    return result;
  }
}
