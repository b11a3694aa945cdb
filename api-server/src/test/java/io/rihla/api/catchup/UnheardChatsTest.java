package io.rihla.api.catchup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnheardChatsTest {
  private static final long NOW = 1_790_000_000_000L;
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final UnheardChats chats =
      new UnheardChats(
          List.of(
              new HighWater("default", "6281@c.us", NOW - 5 * HOUR, NOW - 9 * HOUR),
              // wrote after the outage, before catch-up began
              new HighWater("default", "6282@c.us", NOW, NOW)));

  @Test
  void whoWroteOnlyDuringTheOutageIsFoundThoughOthersWroteSince() {
    assertThat(chats.since()).containsEntry("default", NOW - 9 * HOUR);
    assertThat(chats.isUnheard("default", new MissedMessages.Chat("6283@c.us", NOW - 2 * HOUR)))
        .isTrue();
  }

  @Test
  void whatWasBeforeTheFirstMessageAndWhoIsHeardIsLeftAlone() {
    assertThat(chats.isUnheard("default", new MissedMessages.Chat("6284@c.us", NOW - 10 * HOUR)))
        .isFalse();
    assertThat(chats.isUnheard("default", new MissedMessages.Chat("6281@c.us", NOW))).isFalse();
    assertThat(chats.isUnheard("other", new MissedMessages.Chat("6283@c.us", NOW))).isFalse();
  }

  @Test
  void whatIsLongerAgoThanAnyOutageIsNotReadAgain() {
    HighWater old = new HighWater("default", "6281@c.us", NOW, NOW - 9_000 * HOUR);
    assertThat(new UnheardChats(List.of(old)).since())
        .containsEntry("default", NOW - Duration.ofDays(7).toMillis());
  }
}
