package io.rihla.launcher.demo;

import io.rihla.schemas.conversation.Outcome;
import io.rihla.schemas.conversation.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was decided about one way to a booking, up to now; times epoch ms, 0 for never. */
final class Journey {
  /** A silence that was longer than the phase allows. */
  record DropOff(Phase phase, long at, boolean returned) {}

  final int number;
  final long openedAt;
  private final List<Long> wroteAt = new ArrayList<>();
  Depth depth;
  @Nullable DemoCampaign campaign;
  @Nullable String ad;
  boolean attributed;
  long touchedAt;
  int answers;
  Phase phase = Phase.LEADS;
  long reachedInterestAt;
  long reachedBookingAt;
  @Nullable String firstPrompt;
  @Nullable String variant;
  @Nullable Outcome outcome;
  long closedAt;
  long paid;
  long refunded;
  String currency = "";
  long lastWroteAt;

  Journey(int number, long openedAt, Depth depth) {
    this.number = number;
    this.openedAt = openedAt;
    this.depth = depth;
    this.lastWroteAt = openedAt;
  }

  boolean open() {
    return outcome == null;
  }

  /** The silence after which a customer in this phase counts as lost. */
  static Duration patience(Phase phase) {
    return switch (phase) {
      case LEADS, BOOKING -> Duration.ofDays(3);
      case INTEREST -> Duration.ofDays(7);
    };
  }

  long dropsOffAt() {
    return lastWroteAt + patience(phase).toMillis();
  }

  void wrote(long at) {
    wroteAt.add(at);
    lastWroteAt = Math.max(lastWroteAt, at);
  }

  void close(Outcome how, long at) {
    outcome = how;
    closedAt = at;
  }

  /** Every silence that was too long until {@code end} or the end of the journey. */
  List<DropOff> dropOffs(long end) {
    List<DropOff> found = new ArrayList<>();
    List<Long> times = wroteAt.stream().sorted().toList();
    for (int i = 0; i < times.size(); i++) {
      boolean last = i == times.size() - 1;
      long next = !last ? times.get(i + 1) : open() ? end : closedAt;
      Phase then = phaseBefore(next);
      long at = times.get(i) + patience(then).toMillis();
      if (at < next) {
        found.add(new DropOff(then, at, !last));
      }
    }
    return found;
  }

  private Phase phaseBefore(long time) {
    if (reachedBookingAt > 0 && reachedBookingAt < time) {
      return Phase.BOOKING;
    }
    return reachedInterestAt > 0 && reachedInterestAt < time ? Phase.INTEREST : Phase.LEADS;
  }
}
