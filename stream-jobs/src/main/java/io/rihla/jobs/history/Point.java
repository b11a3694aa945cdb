package io.rihla.jobs.history;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something an event told, in the order of what happened: by time, then by seq. Keeping only the
 * earliest or the latest of a kind is the same however often and in whatever order they come.
 */
public record Point(long time, long seq, String value) implements Comparable<Point> {
  private static final Comparator<Point> ORDER =
      Comparator.comparingLong(Point::time).thenComparingLong(Point::seq);

  @Override
  public int compareTo(Point other) {
    return ORDER.compare(this, other);
  }

  public static Point earliest(@Nullable Point known, Point other) {
    return known == null || other.compareTo(known) < 0 ? other : known;
  }

  public static Point latest(@Nullable Point known, Point other) {
    return known == null || other.compareTo(known) > 0 ? other : known;
  }
}
