package io.rihla.launcher.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The stretches of one customer's conversation without a day of silence, as they were decided. */
public final class Episodes {
  /** How many there were, how many the bot managed alone, how many it did not. */
  public record Counts(long episodes, long successful, long escalated) {
    static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(
          episodes + other.episodes, successful + other.successful, escalated + other.escalated);
    }
  }

  private enum Kind {
    WROTE,
    WAS_TOLD,
    WAS_ANSWERED,
    WAS_ESCALATED,
    WAS_RESOLVED
  }

  private record Happening(long at, Kind kind) {}

  private static final long DAY = 86_400_000;

  private final List<Happening> happenings = new ArrayList<>();

  void happened(Deed deed) {
    switch (deed) {
      case Deed.Asked asked -> {
        asked.said().forEach(said -> add(said.writtenAt(), Kind.WROTE));
        switch (asked.fate()) {
          case Fate.Answered answered -> {
            add(answered.answeredAt(), Kind.WAS_ANSWERED);
            if (answered.need() != null && !answered.handover()) {
              add(answered.answeredAt(), Kind.WAS_ESCALATED);
            }
            add(answered.acceptedAt(), Kind.WAS_TOLD);
          }
          case Fate.Stale stale when stale.escalates() ->
              add(asked.said().getLast().learnedAt(), Kind.WAS_ESCALATED);
          case Fate.Stale stale -> {}
          case Fate.Unheard unheard -> {}
        }
      }
      case Deed.DeskSaid said -> add(said.acceptedAt(), Kind.WAS_TOLD);
      case Deed.GivenBack back when back.resolved() -> add(back.at(), Kind.WAS_RESOLVED);
      case Deed.GivenBack back -> {}
      case Deed.Rated rated -> add(rated.acceptedAt(), Kind.WAS_TOLD);
      case Deed.Claimed claimed -> {}
      case Deed.Paid paid -> {}
      case Deed.Refunded refunded -> {}
      case Deed.Closed closed -> {}
    }
  }

  private void add(long at, Kind kind) {
    happenings.add(new Happening(at, kind));
  }

  Counts count() {
    happenings.sort(Comparator.comparingLong(Happening::at));
    Counts counts = Counts.NONE;
    long silentAt = Long.MIN_VALUE;
    boolean answered = false;
    boolean escalated = false;
    for (Happening happening : happenings) {
      switch (happening.kind()) {
        case WROTE -> {
          if (happening.at() >= silentAt) {
            counts = counts.plus(one(silentAt, answered, escalated));
            answered = false;
            escalated = false;
          }
          silentAt = happening.at() + DAY;
        }
        case WAS_TOLD -> silentAt = happening.at() < silentAt ? happening.at() + DAY : silentAt;
        case WAS_ANSWERED -> answered = true;
        case WAS_ESCALATED -> escalated = true;
        case WAS_RESOLVED -> silentAt = Math.min(silentAt, happening.at());
      }
    }
    return counts.plus(one(silentAt, answered, escalated));
  }

  private static Counts one(long silentAt, boolean answered, boolean escalated) {
    return silentAt == Long.MIN_VALUE
        ? Counts.NONE
        : new Counts(1, answered && !escalated ? 1 : 0, escalated ? 1 : 0);
  }
}
