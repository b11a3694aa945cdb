package io.rihla.jobs.performance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The moments of a conversation that can still change a row: those of the episodes that late events
 * may reach. Adding a moment twice, late or out of order ends in the same moments.
 *
 * @param settledBefore what happened before is told for good
 */
public record Recent(long settledBefore, List<Moment> moments) {
  static final Recent NOTHING = new Recent(Long.MIN_VALUE, List.of());

  /** More than anybody writes in the days that are kept; the oldest make room. */
  private static final int MOST = 3_000;

  private static final Comparator<Moment> ORDER =
      Comparator.comparingLong(Moment::time).thenComparingLong(Moment::seq);

  Recent with(Moment moment) {
    if (moment.time() < settledBefore
        || moments.stream().anyMatch(known -> known.seq() == moment.seq())) {
      return this;
    }
    List<Moment> more = new ArrayList<>(moments);
    more.add(moment);
    more.sort(ORDER);
    return new Recent(settledBefore, more);
  }

  /** Without the episodes that ended before a time, as nothing can correct them any more. */
  Recent since(long horizon, Conversation conversation) {
    boolean full = moments.size() > MOST;
    if (moments.isEmpty() || (moments.get(0).time() >= horizon && !full)) {
      return this;
    }
    long newest = moments.get(moments.size() - 1).time();
    if (newest < horizon) {
      return new Recent(newest + 1, List.of());
    }
    long cut =
        full
            ? moments.get(moments.size() - MOST / 2).time()
            : conversation.episodes().values().stream()
                .mapToLong(Episode::startedAt)
                .filter(start -> start <= horizon)
                .max()
                .orElse(Long.MIN_VALUE);
    return cut <= moments.get(0).time()
        ? this
        : new Recent(
            cut, List.copyOf(moments.stream().filter(moment -> moment.time() >= cut).toList()));
  }
}
