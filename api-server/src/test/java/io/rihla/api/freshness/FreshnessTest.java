package io.rihla.api.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.api.ApiConfig;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.testing.Happenings;
import io.rihla.api.testing.RealClickHouse;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.JourneyOpened;
import io.rihla.schemas.conversation.Tick;
import io.rihla.schemas.identity.CustomerKey;
import io.rihla.schemas.topics.TopicFollower;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log says and the tables do not, as time passes. */
class FreshnessTest {
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static RealClickHouse engine;
  private static ClickHouse tables;

  private final HandClock clock = new HandClock();
  private final CustomerKey customer = Happenings.somebody();
  private Freshness freshness;
  private long seq;

  @BeforeAll
  static void open() {
    engine = new RealClickHouse();
    tables = new ClickHouse(new ApiConfig.ClickHouse(URI.create(engine.url()), "default", ""));
  }

  @AfterAll
  static void close() {
    tables.close();
    engine.close();
  }

  @BeforeEach
  void follow() {
    // never started: the test says what is in the log
    freshness = new Freshness("127.0.0.1:9", tables, clock);
  }

  @Test
  void whatTheJobsDoNotBringMakesFiguresStaleSinceItWasSeen() {
    ConversationEvent event = seen(Happenings.message("berapa harganya"));

    clock.passes(Duration.ofSeconds(29));
    assertThat(freshness.behind()).as("the jobs may take their time").isEmpty();

    clock.passes(Duration.ofSeconds(6));
    assertThat(freshness.behind()).contains(NOON);

    engine.insert(event);
    clock.passes(Duration.ofSeconds(6));
    assertThat(freshness.behind()).isEmpty();
  }

  @Test
  void aJourneyThatOpenedIsWaitedForInTheFunnelToo() {
    engine.insert(
        seen(
            new JourneyOpened(
                "6281100000001", null, "Siti", "6281100000001@c.us", "direct", null)));

    clock.passes(Duration.ofSeconds(36));
    assertThat(freshness.behind()).as("archived, but the funnel lags").contains(NOON);

    engine.run(
        "rihla",
        "INSERT INTO journeys (customer_key, journey, version) VALUES ('%s', 1, 1)"
            .formatted(customer.value()));
    clock.passes(Duration.ofSeconds(6));
    assertThat(freshness.behind()).isEmpty();
  }

  @Test
  void aRowThatNeverComesIsGivenUpWhenLaterOnesHaveCome() {
    seen(Happenings.message("ditolak ClickHouse"));
    clock.passes(Duration.ofMinutes(3));
    ConversationEvent later = seen(Happenings.message("halo"));
    clock.passes(Duration.ofSeconds(36));
    assertThat(freshness.behind()).contains(NOON);

    engine.insert(later);
    clock.passes(Duration.ofSeconds(6));
    assertThat(freshness.behind()).isEmpty();
  }

  @Test
  void ticksAreNotWaitedFor() {
    seen(new Tick(0));
    clock.passes(Duration.ofMinutes(1));
    assertThat(freshness.behind()).isEmpty();
  }

  @Test
  void afterAnOutageEverythingThatWasSeenIsStillLookedFor() {
    ConversationEvent first = seen(Happenings.message("satu"));
    clock.passes(Duration.ofSeconds(10));
    Instant second = clock.instant();
    seen(Happenings.message("dua"));

    clock.passes(Duration.ofMinutes(1));
    engine.insert(first);
    assertThat(freshness.behind()).as("stale since the oldest that is missing").contains(second);
  }

  private ConversationEvent seen(EventPayload payload) {
    long now = clock.instant().toEpochMilli();
    ConversationEvent event =
        new ConversationEvent(
            "evt_%s_%d".formatted(customer.value(), ++seq),
            now,
            now,
            customer.value(),
            customer.conversationId(),
            1,
            "default",
            seq,
            "test",
            "bot",
            payload);
    freshness.record(new TopicFollower.Position(0, 0), customer.value(), event);
    return event;
  }

  /** A clock that is moved by hand. */
  private static final class HandClock extends Clock {
    private Instant now = NOON;

    void passes(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
