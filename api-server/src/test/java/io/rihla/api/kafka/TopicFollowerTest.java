package io.rihla.api.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rihla.api.testing.Broker;
import io.rihla.api.testing.Happenings;
import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.topics.TopicFollower;
import io.rihla.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.errors.DisconnectException;
import org.junit.jupiter.api.Test;

/** What comes during a break is told after it, and nothing is told twice. */
class TopicFollowerTest {
  private static final String BEFORE = "follower-before";
  private static final List<String> MINE =
      List.of("follower-1", "follower-2", "follower-3", "follower-4");

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final AtomicBoolean broken = new AtomicBoolean();

  @Test
  void afterABreakReadingGoesOnWhereItWas() {
    try (Happenings happenings = new Happenings(Broker.shared())) {
      append(happenings, BEFORE);
      try (TopicFollower<DeadLetter> follower =
          TopicFollower.fromNow(
              Topics.DEAD_LETTERS,
              Broker.shared().address(),
              (at, key, letter) -> hear(happenings, letter.letterId()))) {
        follower.start();
        await().atMost(Duration.ofSeconds(30)).until(follower::isFollowing);
        append(happenings, MINE.get(0));
        append(happenings, MINE.get(1));
        append(happenings, MINE.get(2));
        await().atMost(Duration.ofSeconds(30)).until(() -> told.contains(MINE.get(3)));
        assertThat(broken).isTrue();
        assertThat(told).containsExactlyInAnyOrderElementsOf(MINE);
      }
    }
  }

  /** Breaks off at the second letter, and appends another one meanwhile. */
  private void hear(Happenings happenings, String id) {
    if (id.equals(MINE.get(1)) && !broken.getAndSet(true)) {
      append(happenings, MINE.get(3));
      throw new DisconnectException("the broker is away");
    }
    if (id.startsWith("follower-")) {
      told.add(id);
    }
  }

  private static void append(Happenings happenings, String id) {
    happenings.append(
        Topics.DEAD_LETTERS,
        id,
        new DeadLetter(id, 0, "tests", "TEST", "", null, null, null, null, ByteBuffer.allocate(0)));
  }
}
