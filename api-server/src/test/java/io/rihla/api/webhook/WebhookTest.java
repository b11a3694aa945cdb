package io.rihla.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.reading.Samples;
import io.rihla.api.testing.Broker;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.identity.CustomerKey;
import io.rihla.schemas.topics.Topics;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.OwnMessage;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WebhookTest {
  private static final String KEY_OF_CUSTOMER =
      CustomerKey.ofPhone(bytes(TestApi.PSEUDONYM_KEY), "6281100000011").value();

  private static Broker broker;
  private static TestApi api;

  @BeforeAll
  static void start() {
    broker = Broker.shared();
    api = TestApi.withKafka(broker);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  static List<Samples.Sample> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyCapturedBodyIsAcceptedWithItsSignature(Samples.Sample sample) {
    assertThat(api.webhook(sample.body(), sample.signature()).statusCode()).isEqualTo(200);
  }

  @Test
  void capturedMessagesAreInTheLogUnderTheirCustomersKeyAndLate() {
    Samples.all().forEach(sample -> api.webhook(sample.body(), sample.signature()));
    assertThat(inbound("3EB062CF135C8FDE457527"))
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              assertThat(entry.key()).isEqualTo(KEY_OF_CUSTOMER);
              assertThat(entry.value().phone()).isEqualTo("6281100000011");
              assertThat(entry.value().name()).isEqualTo("Budi");
              assertThat(entry.value().late()).as("months old").isTrue();
              assertThat(entry.value().occurredAt()).isEqualTo(1_760_879_430_000L);
            });
    assertThat(inbound("3ADUPL1CATE"))
        .as("lid and phone twin share the key, so the conversation can tell they are one")
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(entry -> assertThat(entry.key()).isEqualTo(KEY_OF_CUSTOMER));
    assertThat(inbound("3EB0AA11BB22CC33DD44"))
        .allSatisfy(e -> assertThat(e.value().signal()).isInstanceOf(OwnMessage.class));
  }

  @Test
  void aFreshMessageIsNotLate() {
    long now = System.currentTimeMillis();
    HttpResponse<String> response = api.webhook(message("FRESH1", now, "halo"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(inbound("FRESH1"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.value().late()).isFalse();
              assertThat(entry.value().channel()).isEqualTo(Channel.WHATSAPP);
              assertThat(entry.value().occurredAt()).isEqualTo(now / 1000 * 1000);
            });
  }

  @Test
  void aCapturedBodySentAgainAfterTheWindowIsKeptAsLateWithItsOwnTime() {
    long then = System.currentTimeMillis() - 11 * 60_000;
    assertThat(api.webhook(message("REPLAYED", then, "halo")).statusCode()).isEqualTo(200);
    assertThat(inbound("REPLAYED"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.value().late()).isTrue();
              assertThat(entry.value().occurredAt()).isEqualTo(then / 1000 * 1000);
            });
  }

  @Test
  void aTimeInTheFutureCountsAsNow() {
    long before = System.currentTimeMillis();
    api.webhook(message("FUTURE", before + 86_400_000, "halo"));
    assertThat(inbound("FUTURE").getFirst().value().occurredAt())
        .isBetween(before, System.currentTimeMillis());
  }

  @Test
  void theSignatureIsHmacSha512OfTheExactBytes() {
    byte[] body = bytes("{\"event\":\"message\",\"session\":\"default\",\"engine\":\"WEBJS\"}");
    assertThat(TestApi.hmac("my-secret-key", body)).startsWith("208f8a55").endsWith("3fa89");
    String hex = TestApi.hmac("my-secret-key", body);
    assertThat(new Signature(List.of("my-secret-key")).fits(body, java.util.Optional.of(hex)))
        .isTrue();
  }

  @Test
  void theKeyBeforeIsStillAcceptedWhileKeysRotate() {
    byte[] body = bytes(message("ROTATED", System.currentTimeMillis(), "halo"));
    assertThat(api.webhook(body, TestApi.hmac(TestApi.PREVIOUS_KEY, body)).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"another-key", "''"})
  void aBodyUnderAnyOtherKeyIsRefused(String key) {
    byte[] body = bytes(message("FORGED", System.currentTimeMillis(), "halo"));
    String signature = key.isEmpty() ? "not hex" : TestApi.hmac(key, body);
    HttpResponse<String> response = api.webhook(body, signature);
    problem(response, 401);
    assertThat(inbound("FORGED")).isEmpty();
  }

  @Test
  void aBodyChangedOnTheWayIsRefused() {
    byte[] body = bytes(message("CHANGED", System.currentTimeMillis(), "halo"));
    String signature = TestApi.hmac(TestApi.HMAC_KEY, body);
    body[body.length - 2] ^= 1;
    problem(api.webhook(body, signature), 401);
  }

  @Test
  void fiveMegabytesAreTheMost() {
    byte[] body = bytes("{\"event\":\"" + "x".repeat(5 << 20) + "\"}");
    problem(api.webhook(body, "00"), 413);
    assertThat(api.webhook(message("AFTER413", System.currentTimeMillis(), "x")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aBigThumbnailIsNoProblem() {
    String text = "x".repeat(3 << 20);
    assertThat(
            api.webhook("{\"event\":\"engine.event\",\"payload\":{\"thumbnail\":\"" + text + "\"}}")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatIsAuthenticButUnreadableIsADeadLetterWithItsBytes() {
    for (String body :
        List.of(
            "{\"event\":\"message\",\"payload\":{\"body\":\"no id 4711\"}}",
            "this is not JSON 4711",
            "{\"event\":\"message\",\"payload\":\"4711\"}")) {
      assertThat(api.webhook(body).statusCode()).isEqualTo(200);
      assertThat(broker.read(Topics.DEAD_LETTERS))
          .anySatisfy(
              entry -> {
                DeadLetter letter = entry.value();
                assertThat(letter.original()).isEqualTo(ByteBuffer.wrap(bytes(body)));
                assertThat(letter.reasonCode()).isNotBlank();
                assertThat(letter.detail()).isNotBlank();
              });
    }
  }

  @Test
  void theFlatFormIsAMessage() {
    String body =
        """
        {"from":"6281234567890","body":"UMR_MAR_2027_HEMAT","timestamp":"2026-01-25 10:30:00",\
        "message_id":"wamid.a_1","more":{"unknown":1}}""";
    assertThat(api.webhook(body).statusCode()).isEqualTo(200);
    assertThat(inbound("wamid.a_1"))
        .singleElement()
        .satisfies(
            entry -> {
              WhatsAppEvent event = entry.value();
              assertThat(event.channel()).isEqualTo(Channel.FLAT_WEBHOOK);
              assertThat(event.session()).isEqualTo("default");
              assertThat(event.phone()).isEqualTo("6281234567890");
              assertThat(event.chatId()).isEqualTo("6281234567890@c.us");
              assertThat(event.occurredAt())
                  .as("local in Asia/Jakarta")
                  .isEqualTo(java.time.Instant.parse("2026-01-25T03:30:00Z").toEpochMilli());
              assertThat(((InboundMessage) event.signal()).text()).isEqualTo("UMR_MAR_2027_HEMAT");
            });
  }

  @Test
  void theFlatFormMayCarryASystemAdminsTokenInsteadOfASignature() {
    byte[] body = bytes(flat("from", "\"6281234567890\"", "WITHTOKEN"));
    assertThat(withToken(body, TestApi.token("system_admin")).statusCode()).isEqualTo(200);
    problem(withToken(body, TestApi.token("sales_admin")), 401);
    problem(withToken(bytes("not json"), TestApi.token("system_admin")), 400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from|null|is missing",
        "from|12|must be a text",
        "from|\"hello\"|is no phone number",
        "body|{}|must be a text",
        "body|\" \"|is empty",
        "timestamp|\"2027-02-30 10:30:00\"|is no point in time",
        "timestamp|\"yesterday\"|is no point in time",
        "message_id|null|is missing",
      })
  void aBadFieldOfTheFlatFormIsNamed(String field, String value, String message) {
    JsonNode problem = problem(api.webhook(flat(field, value, "BAD")), 400);
    assertThat(problem.at("/errors")).hasSize(1);
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(problem.at("/errors/0/message").asText()).startsWith(message);
  }

  @Test
  void allBadFieldsAreNamedAtOnce() {
    assertThat(problem(api.webhook("{}"), 400).at("/errors")).hasSize(4);
  }

  private static HttpResponse<String> withToken(byte[] body, String token) {
    return api.send(
        "POST", "/api/whatsapp/webhook", body, Map.of("Authorization", "Bearer " + token));
  }

  private static JsonNode problem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = TestApi.json(response);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("detail").asText()).isNotBlank();
    return problem;
  }

  private static String flat(String field, String value, String id) {
    Map<String, String> fields =
        new java.util.TreeMap<>(
            Map.of(
                "from", "\"6281234567890\"",
                "body", "\"halo\"",
                "timestamp", "\"2026-11-01T10:30:00+07:00\"",
                "message_id", "\"" + id + "\""));
    fields.put(field, value);
    return fields.entrySet().stream()
        .map(entry -> "\"%s\":%s".formatted(entry.getKey(), entry.getValue()))
        .collect(java.util.stream.Collectors.joining(",", "{", "}"));
  }

  private static String message(String id, long millis, String text) {
    return """
    {"id":"evt_%s","timestamp":%d,"event":"message","session":"default","engine":"NOWEB",\
    "payload":{"id":"false_6281100000011@c.us_%s","timestamp":%d,"from":"6281100000011@c.us",\
    "fromMe":false,"body":"%s"}}"""
        .formatted(id, millis, id, millis / 1000, text);
  }

  private static List<Broker.Entry<WhatsAppEvent>> inbound(String messageId) {
    return broker.read(Topics.WHATSAPP_INBOUND).stream()
        .filter(entry -> entry.value().messageId().equals(messageId))
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
