package io.rihla.api.golive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rihla.api.testing.Broker;
import io.rihla.api.testing.FakeSettings;
import io.rihla.api.testing.FakeWaha;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.desk.SessionLive;
import io.rihla.schemas.topics.Topics;
import io.rihla.schemas.whatsapp.ChatExisted;
import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Chats older than the bot are told of before anything is heard. */
class GoLiveTest {
  private static final Broker BROKER = Broker.shared();
  private static final long NOW = System.currentTimeMillis() / 1000;

  private static TestApi start(FakeWaha waha) {
    return TestApi.start(
        Map.of("KAFKA_BOOTSTRAP_SERVERS", BROKER.address(), "WAHA_BASE_URL", waha.url()));
  }

  private static String message(String session, String chat, String id, long second) {
    return """
    {"event":"message","session":"%s","timestamp":%d000,"payload":{"id":"false_%s_%s",\
    "timestamp":%d,"from":"%s","fromMe":false,"body":"halo"}}"""
        .formatted(session, second, chat, id, second, chat);
  }

  private static List<WhatsAppEvent> events(String session) {
    return BROKER.read(Topics.WHATSAPP_INBOUND).stream()
        .map(Broker.Entry::value)
        .filter(event -> event.session().equals(session))
        .toList();
  }

  @Test
  void everyOldChatIsToldBeforeTheFirstMessageAndTheSessionGoesLiveOnce() {
    try (FakeWaha waha = new FakeWaha("golive1");
        FakeSettings registry = new FakeSettings(BROKER)) {
      waha.wrote("6281100000071@c.us", "OLD1", NOW - 86_400, false, "app");
      waha.wrote("120363@g.us", "GROUP", NOW - 86_400, false, "app");
      waha.wrote("6281100000072@c.us", "OLD2", NOW - 50, true, "app");
      try (TestApi api = start(waha)) {
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () ->
                    api.webhook(message("golive1", "6281100000071@c.us", "M1", NOW + 5))
                            .statusCode()
                        == 200);
        List<WhatsAppEvent> told = events("golive1");
        assertThat(told.stream().filter(event -> event.signal() instanceof ChatExisted))
            .extracting(WhatsAppEvent::phone)
            .containsExactlyInAnyOrder("6281100000071", "6281100000072");
        List<WhatsAppEvent> first =
            told.stream().filter(event -> "6281100000071".equals(event.phone())).toList();
        assertThat(first.getFirst().signal()).isInstanceOf(ChatExisted.class);
        assertThat(first.getLast().signal()).isInstanceOf(InboundMessage.class);
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () ->
                    registry.settings().live().stream()
                        .map(SessionLive::session)
                        .toList()
                        .contains("golive1"));
      }
      int before = events("golive1").size();
      try (TestApi again = start(waha)) {
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () ->
                    again
                            .webhook(message("golive1", "6281100000073@c.us", "M2", NOW + 6))
                            .statusCode()
                        == 200);
        assertThat(events("golive1")).hasSize(before + 1);
      }
    }
  }

  @Test
  void aNewCustomersFirstMessageDoesNotMakeTheChatAnOldOne() {
    try (FakeWaha waha = new FakeWaha("golive2")) {
      waha.wrote("6281100000075@c.us", "NEW1", NOW + 60, false, "app");
      waha.wrote("6281100000076@c.us", "BEFORE", NOW - 500, false, "app");
      waha.wrote("6281100000076@c.us", "AFTER", NOW + 60, false, "app");
      try (TestApi api = start(waha)) {
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () ->
                    api.webhook(message("golive2", "6281100000075@c.us", "NEW1", NOW + 60))
                            .statusCode()
                        == 200);
        assertThat(
                events("golive2").stream().filter(event -> event.signal() instanceof ChatExisted))
            .extracting(WhatsAppEvent::phone)
            .containsExactly("6281100000076");
      }
    }
  }

  @Test
  void whileWahaCannotBeReadItsMessagesAreTurnedAwayAndTakenWhenItIsBack() {
    try (FakeWaha waha = new FakeWaha("golive3")) {
      waha.failing(true);
      waha.wrote("6281100000077@c.us", "M1", NOW + 30, false, "app");
      try (TestApi api = start(waha)) {
        await().atMost(Duration.ofSeconds(20)).until(() -> waha.requests().size() > 0);
        HttpResponse<String> refused =
            api.webhook(message("golive3", "6281100000077@c.us", "M1", NOW + 30));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).isPresent();
        String flat =
            """
            {"from":"6281100000078","body":"halo","timestamp":"2027-01-25 10:30:00","message_id":"F3"}""";
        assertThat(api.webhook(flat).statusCode()).isEqualTo(200);
        waha.failing(false);
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () ->
                    events("golive3").stream()
                        .anyMatch(event -> event.signal() instanceof InboundMessage));
      }
    }
  }
}
