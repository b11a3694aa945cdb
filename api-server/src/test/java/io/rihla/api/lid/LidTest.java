package io.rihla.api.lid;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.api.testing.Broker;
import io.rihla.api.testing.FakeWaha;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.identity.CustomerKey;
import io.rihla.schemas.topics.Topics;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LidTest {
  private static final byte[] SECRET = TestApi.PSEUDONYM_KEY.getBytes(StandardCharsets.UTF_8);

  private Broker broker;
  private FakeWaha waha;
  private TestApi api;

  @BeforeEach
  void start() {
    broker = Broker.shared();
    waha = new FakeWaha();
    api =
        TestApi.start(
            Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.address(), "WAHA_BASE_URL", waha.url()));
  }

  @AfterEach
  void stop() {
    api.close();
    waha.close();
  }

  @Test
  void wahaIsAskedForThePhoneOnceAndTheChatStaysTheLids() {
    waha.knows("111000111@lid", "6281100000077");
    WhatsAppEvent first = received("111000111", "LID1");
    WhatsAppEvent second = received("111000111", "LID2");
    assertThat(first.customerKey())
        .isEqualTo(second.customerKey())
        .isEqualTo(CustomerKey.ofPhone(SECRET, "6281100000077").value());
    assertThat(first.phone()).isEqualTo("6281100000077");
    assertThat(first.lid()).isEqualTo("111000111");
    assertThat(first.chatId()).isEqualTo("111000111@lid");
    assertThat(lidRequests()).containsExactly("/api/default/lids/111000111%40lid");
  }

  @Test
  void aLidThatNobodyKnowsIsAKeyOfItsOwnAndNeverAPhone() {
    WhatsAppEvent event = received("222000222", "LID3");
    assertThat(event.customerKey()).isEqualTo(CustomerKey.ofLid(SECRET, "222000222").value());
    assertThat(event.phone()).isNull();
  }

  @Test
  void aWahaThatFailsDelaysNobodyForLong() {
    received("333000", "OPENS");
    waha.failing(true);
    for (int i = 0; i < 10; i++) {
      WhatsAppEvent event = received("33300033" + i, "LIDF" + i);
      assertThat(event.customerKey()).isEqualTo(CustomerKey.ofLid(SECRET, "33300033" + i).value());
    }
    assertThat(lidRequests()).as("left alone after a few failures").hasSizeLessThan(10);
  }

  @Test
  void aMessageThatNamesBothTeachesTheNextThatNamesOne() {
    String both =
        """
        {"event":"message","session":"default","engine":"NOWEB","payload":{\
        "id":"false_444000444@lid_BOTH","from":"444000444@lid","fromMe":false,"body":"x",\
        "_data":{"key":{"remoteJidAlt":"6281100000044@s.whatsapp.net"}}}}""";
    assertThat(api.webhook(both).statusCode()).isEqualTo(200);
    assertThat(received("444000444", "LID4").phone()).isEqualTo("6281100000044");
    assertThat(lidRequests()).isEmpty();
  }

  private List<String> lidRequests() {
    return waha.requests().stream().filter(request -> request.contains("/lids/")).toList();
  }

  private WhatsAppEvent received(String lid, String id) {
    String body =
        """
        {"event":"message","session":"default","payload":{"id":"false_%s@lid_%s",\
        "from":"%s@lid","fromMe":false,"body":"halo"}}"""
            .formatted(lid, id, lid);
    assertThat(api.webhook(body).statusCode()).isEqualTo(200);
    return broker.read(Topics.WHATSAPP_INBOUND).stream()
        .map(Broker.Entry::value)
        .filter(event -> event.messageId().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
