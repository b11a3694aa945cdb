package io.rihla.api.lid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rihla.api.testing.Broker;
import io.rihla.api.testing.FakeWaha;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.identity.CustomerKey;
import io.rihla.schemas.topics.Topics;
import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.PhoneLearned;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A lid whose phone becomes known tells the conversation that began under the lid. */
class PhoneLearnedTest {
  private static final Broker BROKER = Broker.shared();
  private static final byte[] SECRET = TestApi.PSEUDONYM_KEY.getBytes(StandardCharsets.UTF_8);

  private static String message(String chat, String id) {
    return """
    {"event":"message","session":"default","payload":{"id":"false_%s_%s","from":"%s",\
    "fromMe":false,"body":"halo"}}"""
        .formatted(chat, id, chat);
  }

  private static List<WhatsAppEvent> under(String key) {
    return BROKER.read(Topics.WHATSAPP_INBOUND).stream()
        .filter(entry -> entry.key().equals(key))
        .map(Broker.Entry::value)
        .toList();
  }

  private static void accepted(TestApi api, String body) {
    await().atMost(Duration.ofSeconds(20)).until(() -> api.webhook(body).statusCode() == 200);
  }

  @Test
  void theSameMessageUnderLidAndPhoneTellsWhoTheLidIsThoughWahaDoesNot() {
    String lidKey = CustomerKey.ofLid(SECRET, "99000000000081").value();
    String phoneKey = CustomerKey.ofPhone(SECRET, "6281100000081").value();
    try (FakeWaha waha = new FakeWaha();
        TestApi api =
            TestApi.start(
                Map.of("KAFKA_BOOTSTRAP_SERVERS", BROKER.address(), "WAHA_BASE_URL", waha.url()))) {
      accepted(api, message("99000000000081@lid", "TWIN81"));
      accepted(api, message("6281100000081@c.us", "TWIN81"));
      accepted(api, message("99000000000081@lid", "LATER81"));
      accepted(api, message("6281100000081@c.us", "AGAIN81"));

      assertThat(under(lidKey).stream().map(WhatsAppEvent::signal))
          .satisfiesExactly(
              first -> assertThat(first).isInstanceOf(InboundMessage.class),
              second -> assertThat(second).isEqualTo(new PhoneLearned("6281100000081", phoneKey)));
      assertThat(under(phoneKey))
          .extracting(WhatsAppEvent::messageId)
          .containsExactly("TWIN81", "LATER81", "AGAIN81");
    }
  }

  @Test
  void theHalvesOfATwinThatTwoServersHearTellWhoTheLidIs() {
    String lidKey = CustomerKey.ofLid(SECRET, "99000000000083").value();
    String phoneKey = CustomerKey.ofPhone(SECRET, "6281100000083").value();
    try (FakeWaha waha = new FakeWaha();
        TestApi one = server(waha);
        TestApi other = server(waha)) {
      // both follow the log once they have told each other of somebody
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                String id = "WARM" + System.nanoTime();
                accepted(one, message("99000000000084@lid", id));
                accepted(other, message("6281100000084@c.us", id));
                return learned(CustomerKey.ofLid(SECRET, "99000000000084").value()) > 0;
              });
      accepted(one, message("99000000000083@lid", "TWIN83"));
      accepted(other, message("6281100000083@c.us", "TWIN83"));
      await().atMost(Duration.ofSeconds(20)).until(() -> learned(lidKey) > 0);
      assertThat(under(lidKey).stream().map(WhatsAppEvent::signal))
          .contains(new PhoneLearned("6281100000083", phoneKey));
    }
  }

  private static TestApi server(FakeWaha waha) {
    return TestApi.start(
        Map.of("KAFKA_BOOTSTRAP_SERVERS", BROKER.address(), "WAHA_BASE_URL", waha.url()));
  }

  private static long learned(String key) {
    return under(key).stream().filter(event -> event.signal() instanceof PhoneLearned).count();
  }

  @Test
  void aPhoneThatWahaLearnsLaterIsToldOnce() {
    String lidKey = CustomerKey.ofLid(SECRET, "99000000000082").value();
    try (FakeWaha waha = new FakeWaha();
        TestApi api =
            TestApi.start(
                Map.of("KAFKA_BOOTSTRAP_SERVERS", BROKER.address(), "WAHA_BASE_URL", waha.url()))) {
      waha.knows("99000000000082@lid", "6281100000082");
      accepted(api, message("99000000000082@lid", "M82"));
      accepted(api, message("99000000000082@lid", "N82"));
      assertThat(under(lidKey))
          .singleElement()
          .satisfies(event -> assertThat(event.signal()).isInstanceOf(PhoneLearned.class));
    }
  }
}
