package io.rihla.jobs.dropoff;

import io.rihla.schemas.conversation.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The drop-offs of a journey. A journey drops off at the moment when it is open, in a phase, and
 * the last message of the customer lies the limit of that phase back; it ends when the customer
 * writes, the phase changes or the journey closes.
 */
record Silences(Presence presence, SilenceLimits limits) {
  private static final long OPEN = Long.MAX_VALUE;

  /**
   * A silence in one phase: from {@code since}, past its limit at {@code due}, until {@code end}.
   */
  private record Silence(Phase phase, long since, long due, long end, String endedBy) {}

  /** Every drop-off there was up to now. One that ended is certain, whatever the time is. */
  List<DropOff> until(long now) {
    return silences().stream()
        .filter(silence -> silence.end() != OPEN || silence.due() <= now)
        .map(this::dropOff)
        .toList();
  }

  /** When the next drop-off will be, if nothing happens until then. */
  OptionalLong nextAfter(long now) {
    return silences().stream()
        .filter(silence -> silence.end() == OPEN && silence.due() > now)
        .mapToLong(Silence::due)
        .min();
  }

  private List<Silence> silences() {
    List<Silence> silences = new ArrayList<>();
    List<Talk> talks = presence.opened() == null ? List.of() : presence.signsOfLife();
    long closed = presence.closed() == null ? OPEN : presence.closed();
    for (int i = 0; i < talks.size(); i++) {
      long since = talks.get(i).last();
      long returned = i + 1 < talks.size() ? talks.get(i + 1).first() : OPEN;
      for (Phase phase : Phase.values()) {
        long left = presence.left(phase);
        long end = Math.min(returned, Math.min(closed, left));
        long due = Math.max(presence.entered(phase), plus(since, limits.of(phase)));
        if (due < end) {
          silences.add(new Silence(phase, since, due, end, endedBy(end, returned, closed)));
        }
      }
    }
    return silences;
  }

  private static String endedBy(long end, long returned, long closed) {
    if (end == OPEN) {
      return "";
    }
    if (end == returned) {
      return DropOff.RETURNED;
    }
    return end == closed ? DropOff.CLOSED : DropOff.MOVED;
  }

  private static long plus(long time, long duration) {
    return time > OPEN - duration ? OPEN : time + duration;
  }

  private DropOff dropOff(Silence silence) {
    String topic = "";
    Double confidence = null;
    String packageCode = "";
    for (Subject subject : presence.subjects()) {
      if (subject.time() > silence.due()) {
        break;
      }
      topic = or(subject.topic(), topic);
      confidence = subject.confidence() == null ? confidence : subject.confidence();
      packageCode = or(subject.packageCode(), packageCode);
    }
    return new DropOff(
        silence.phase().name(),
        silence.since(),
        silence.due(),
        silence.end() == OPEN ? null : silence.end(),
        silence.endedBy(),
        topic,
        confidence,
        packageCode);
  }

  private static String or(@Nullable String told, String known) {
    return told == null ? known : told;
  }
}
