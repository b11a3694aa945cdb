package io.rihla.jobs.dropoff;

import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the customer of a journey was there, and which phase it was in. Messages are kept as
 * stretches of talk: adding them twice, late or out of order ends in the same stretches.
 *
 * @param talks in order of time
 * @param subjects what the talk was about, in order of time; the oldest make room
 */
public record Presence(
    String conversationId,
    @Nullable Long opened,
    @Nullable Long interest,
    @Nullable Long booking,
    @Nullable Long closed,
    List<Talk> talks,
    List<Subject> subjects) {
  private static final int MOST_SUBJECTS = 200;

  static Presence none(String conversationId) {
    return new Presence(conversationId, null, null, null, null, List.of(), List.of());
  }

  Presence with(ConversationEvent event, SilenceLimits limits) {
    return Sign.of(event).applyTo(this, limits);
  }

  Presence openedAt(long time) {
    return new Presence(
        conversationId, earlier(opened, time), interest, booking, closed, talks, subjects);
  }

  Presence reached(Phase phase, long time) {
    return switch (phase) {
      case LEADS -> this;
      case INTEREST ->
          new Presence(
              conversationId, opened, earlier(interest, time), booking, closed, talks, subjects);
      case BOOKING ->
          new Presence(
              conversationId, opened, interest, earlier(booking, time), closed, talks, subjects);
    };
  }

  Presence closedAt(long time) {
    return new Presence(
        conversationId, opened, interest, booking, earlier(closed, time), talks, subjects);
  }

  /** The customer wrote. */
  Presence there(long time, long shortestSilence) {
    Talk joined = new Talk(time, time);
    List<Talk> apart = new ArrayList<>();
    for (Talk talk : talks) {
      if (talk.silenceTo(joined) <= shortestSilence) {
        joined = joined.with(talk);
      } else {
        apart.add(talk);
      }
    }
    apart.add(joined);
    apart.sort(Comparator.comparingLong(Talk::first));
    return new Presence(
        conversationId, opened, interest, booking, closed, List.copyOf(apart), subjects);
  }

  Presence about(Subject subject) {
    if (subjects.stream().anyMatch(known -> known.seq() == subject.seq())) {
      return this;
    }
    List<Subject> more = new ArrayList<>(subjects);
    more.add(subject);
    more.sort(Comparator.comparingLong(Subject::time).thenComparingLong(Subject::seq));
    if (more.size() > MOST_SUBJECTS) {
      more.remove(0);
    }
    return new Presence(
        conversationId, opened, interest, booking, closed, talks, List.copyOf(more));
  }

  /** From when to when the journey was in a phase; never in one that it had left or skipped. */
  long entered(Phase phase) {
    Long time =
        switch (phase) {
          case LEADS -> Long.valueOf(Long.MIN_VALUE);
          case INTEREST -> interest;
          case BOOKING -> booking;
        };
    return time == null ? Long.MAX_VALUE : time;
  }

  long left(Phase phase) {
    return switch (phase) {
      case LEADS -> Math.min(entered(Phase.INTEREST), entered(Phase.BOOKING));
      case INTEREST -> entered(Phase.BOOKING);
      case BOOKING -> Long.MAX_VALUE;
    };
  }

  /** The stretches of talk; the opening stands for a journey in which nobody wrote yet. */
  List<Talk> signsOfLife() {
    if (!talks.isEmpty()) {
      return talks;
    }
    return opened == null ? List.of() : List.of(new Talk(opened, opened));
  }

  private static Long earlier(@Nullable Long known, long time) {
    return known == null ? time : Math.min(known, time);
  }
}
