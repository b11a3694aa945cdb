package io.rihla.jobs.funnel;

import io.rihla.jobs.history.Point;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a journey reached each step, in epoch milliseconds. Who reached a step reached those before
 * it, at the latest then; a payment that went back wholly is no payment, but the booking stays.
 */
record Steps(long opened, @Nullable Long interest, @Nullable Long booking, @Nullable Long paid) {

  static Steps of(JourneyFacts facts, long opened, Money money) {
    Long booking = least(time(facts.earliest(JourneyFacts.BOOKING)), money.firstPayment());
    return new Steps(
        opened,
        least(time(facts.earliest(JourneyFacts.INTEREST)), booking),
        booking,
        money.net() > 0 ? money.firstPayment() : null);
  }

  /** Seconds from one step to the next one reached, or to the close; null while it lasts. */
  static @Nullable Long seconds(@Nullable Long from, @Nullable Long next, @Nullable Long close) {
    Long until = next == null ? close : next;
    return from == null || until == null ? null : Long.valueOf(Math.max(0, (until - from) / 1000));
  }

  private static @Nullable Long time(@Nullable Point point) {
    return point == null ? null : point.time();
  }

  private static @Nullable Long least(@Nullable Long one, @Nullable Long other) {
    return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
        .flatMap(Optional::stream)
        .min(Long::compare)
        .orElse(null);
  }

  String highest() {
    return paid != null ? "PAID" : phase();
  }

  String phase() {
    if (booking != null) {
      return "BOOKING";
    }
    return interest != null ? "INTEREST" : "LEADS";
  }
}
