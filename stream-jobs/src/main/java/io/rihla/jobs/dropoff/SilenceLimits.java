package io.rihla.jobs.dropoff;

import io.rihla.schemas.conversation.Phase;
import java.io.Serializable;
import java.time.Duration;
import java.util.stream.Stream;

/** How long a customer may be silent in each phase before the journey counts as dropped off. */
public record SilenceLimits(Duration leads, Duration interest, Duration booking)
    implements Serializable {
  public static final SilenceLimits STANDARD =
      new SilenceLimits(Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(3));

  public SilenceLimits {
    for (Duration limit : new Duration[] {leads, interest, booking}) {
      if (limit.isZero() || limit.isNegative()) {
        throw new IllegalArgumentException("a limit of silence is longer than nothing: " + limit);
      }
    }
  }

  long of(Phase phase) {
    Duration limit =
        switch (phase) {
          case LEADS -> leads;
          case INTEREST -> interest;
          case BOOKING -> booking;
        };
    return limit.toMillis();
  }

  /** Silences up to this long are no drop-off in any phase. */
  long shortest() {
    return Stream.of(leads, interest, booking).mapToLong(Duration::toMillis).min().orElseThrow();
  }
}
