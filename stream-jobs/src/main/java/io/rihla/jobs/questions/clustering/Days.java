package io.rihla.jobs.questions.clustering;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Questions per day of the last fourteen days, UTC. */
final class Days {
  private static final int WEEK = 7;
  private static final int KEPT = 2 * WEEK;

  private final long[] counts = new long[KEPT];
  private long latest = Long.MIN_VALUE;

  void add(long at, long questions) {
    addOn(Math.floorDiv(at, TimeUnit.DAYS.toMillis(1)), questions);
  }

  void addAll(Days others) {
    if (others.latest != Long.MIN_VALUE) {
      for (int ago = KEPT - 1; ago >= 0; ago--) {
        addOn(others.latest - ago, others.counts[slot(others.latest - ago)]);
      }
    }
  }

  long lastWeek() {
    return sum(0, WEEK);
  }

  long weekBefore() {
    return sum(WEEK, KEPT);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(latest);
    for (long count : counts) {
      Numbers.write(count, out);
    }
  }

  void read(DataInput in) throws IOException {
    latest = in.readLong();
    for (int at = 0; at < KEPT; at++) {
      counts[at] = Numbers.read(in);
    }
  }

  private void addOn(long day, long questions) {
    if (latest == Long.MIN_VALUE) {
      latest = day;
    }
    for (long next = Math.max(latest + 1, day - KEPT + 1); next <= day; next++) {
      counts[slot(next)] = 0;
    }
    latest = Math.max(latest, day);
    if (day > latest - KEPT) {
      counts[slot(day)] += questions;
    }
  }

  private long sum(int from, int until) {
    long sum = 0;
    if (latest != Long.MIN_VALUE) {
      for (int ago = from; ago < until; ago++) {
        sum += counts[slot(latest - ago)];
      }
    }
    return sum;
  }

  private static int slot(long day) {
    return Math.floorMod(day, KEPT);
  }
}
