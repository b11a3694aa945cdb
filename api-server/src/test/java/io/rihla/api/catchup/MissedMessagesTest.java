package io.rihla.api.catchup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rihla.api.ApiConfig;
import io.rihla.api.reading.Inbound;
import io.rihla.api.testing.FakeWaha;
import io.rihla.api.waha.WahaClient;
import io.rihla.api.waha.WahaUnavailable;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MissedMessagesTest {
  private static final String CHAT = "6281100000011@c.us";
  private static final long MARK = 1_790_000_000;

  private final FakeWaha waha = new FakeWaha();
  private final WahaClient client =
      new WahaClient(new ApiConfig.Waha(URI.create(waha.url()), "key"));
  private final MissedMessages missed = new MissedMessages(client);

  @AfterEach
  void stop() {
    client.close();
    waha.close();
  }

  @Test
  void everythingSinceTheMarkIsListedOldestFirstWhateverThePages() throws Exception {
    waha.wrote(CHAT, "LONG_BEFORE", MARK - 3_600, false, "app");
    IntStream.range(0, 250).forEach(i -> waha.wrote(CHAT, "M" + i, MARK + i, false, "app"));
    List<Inbound> found = missed.since(HighWater.unheard("default", CHAT, MARK * 1000));
    assertThat(found)
        .extracting(Inbound::messageId)
        .containsExactlyElementsOf(IntStream.range(0, 250).mapToObj(i -> "M" + i).toList());
  }

  @Test
  void whatAPersonTypedOnThePhoneIsNewsAndWhatTheBotSentIsNot() throws Exception {
    waha.wrote(CHAT, "TYPED", MARK + 1, true, "app");
    waha.wrote(CHAT, "SENT", MARK + 2, true, "api");
    assertThat(missed.since(HighWater.unheard("default", CHAT, MARK * 1000)))
        .extracting(Inbound::messageId)
        .containsExactly("TYPED");
  }

  @Test
  void theOverviewTellsWhenEachChatWasLastWrittenIn() throws Exception {
    waha.wrote(CHAT, "ONE", MARK + 1, false, "app");
    assertThat(missed.chats("default"))
        .containsExactly(new MissedMessages.Chat(CHAT, (MARK + 1) * 1000));
  }

  @Test
  void aWahaThatFailsIsNotTakenForAnEmptyOne() {
    waha.failing(true);
    assertThatThrownBy(() -> missed.since(HighWater.unheard("default", CHAT, MARK * 1000)))
        .isInstanceOf(WahaUnavailable.class);
  }
}
