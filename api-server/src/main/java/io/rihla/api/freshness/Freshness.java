package io.rihla.api.freshness;

import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.StoreUnavailable;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.JourneyOpened;
import io.rihla.schemas.conversation.Tick;
import io.rihla.schemas.topics.TopicFollower;
import io.rihla.schemas.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells when the jobs are behind: takes samples of the events in the log, and looks whether they
 * have come to the tables. A single row that never comes (ClickHouse refused it) counts only until
 * later ones have come.
 */
public final class Freshness implements AutoCloseable, TopicFollower.Listener<ConversationEvent> {
  /** What the jobs may take: twice a checkpoint under load, and then some. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
  private static final Duration GIVEN_UP = Duration.ofMinutes(2);
  private static final int MOST_SAMPLES = 1_000;
  private static final int LOOKED_FOR = 500;

  private final Arrivals arrivals;
  private final Clock clock;
  private final Duration grace;
  private final TopicFollower<ConversationEvent> follower;
  private final Deque<Sighting> waiting = new ArrayDeque<>();
  private Instant sampled = Instant.EPOCH;
  private Instant looked = Instant.EPOCH;
  private @Nullable Instant behind;

  public Freshness(String bootstrapServers, ClickHouse clickHouse, Clock clock) {
    this(bootstrapServers, clickHouse, clock, GRACE);
  }

  Freshness(String bootstrapServers, ClickHouse clickHouse, Clock clock, Duration grace) {
    this.arrivals = new Arrivals(clickHouse);
    this.clock = clock;
    this.grace = grace;
    this.follower = TopicFollower.fromNow(Topics.CONVERSATION_EVENTS, bootstrapServers, this);
  }

  public void start() {
    follower.start();
  }

  /** Since when what happened is not in the tables; empty while they keep up. */
  public synchronized Optional<Instant> behind() {
    Instant now = clock.instant();
    if (now.isBefore(looked.plus(BETWEEN_LOOKS))) {
      return Optional.ofNullable(behind);
    }
    looked = now;
    List<Sighting> due =
        waiting.stream()
            .takeWhile(one -> one.at().plus(grace).isBefore(now))
            .limit(LOOKED_FOR)
            .toList();
    try {
      settle(arrivals.of(due));
      behind =
          Optional.ofNullable(waiting.peekFirst())
              .map(Sighting::at)
              .filter(at -> at.plus(grace).isBefore(now))
              .orElse(null);
    } catch (StoreUnavailable e) {
      // whoever asks next is told that ClickHouse is away
    }
    return Optional.ofNullable(behind);
  }

  private void settle(Set<Sighting> arrived) {
    Optional<Instant> newest =
        arrived.stream().map(Sighting::at).max(Instant::compareTo).map(at -> at.minus(GIVEN_UP));
    waiting.removeIf(
        one -> arrived.contains(one) || newest.filter(at -> one.at().isBefore(at)).isPresent());
  }

  @Override
  public synchronized void record(TopicFollower.Position at, String key, ConversationEvent event) {
    if (event.payload() instanceof Tick) {
      return;
    }
    Instant now = clock.instant();
    if (waiting.size() >= MOST_SAMPLES || now.isBefore(sampled.plus(BETWEEN_SAMPLES))) {
      return;
    }
    sampled = now;
    waiting.addLast(new Sighting(event.customerKey(), event.seq(), false, now));
    if (event.payload() instanceof JourneyOpened) {
      waiting.addLast(new Sighting(event.customerKey(), event.journey(), true, now));
    }
  }

  @Override
  public void close() {
    follower.close();
  }
}
