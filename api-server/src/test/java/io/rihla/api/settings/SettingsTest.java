package io.rihla.api.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.model.Request.Method;
import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.testing.Broker;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.FakeSettings;
import io.rihla.api.testing.TestApi;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final String ADMIN = TestApi.token("system_admin");

  private static FakeSettings registry;
  private static TestApi api;

  @BeforeAll
  static void start() {
    Broker broker = Broker.shared();
    registry = new FakeSettings(broker);
    api = TestApi.withKafka(broker);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> put("/api/settings", "{\"claim_minutes\":15}").statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    api.close();
    registry.close();
  }

  private static HttpResponse<String> put(String path, String body) {
    return send("PUT", path, body);
  }

  private static HttpResponse<String> send(String method, String path, String body) {
    return api.send(
        method,
        path,
        body.getBytes(StandardCharsets.UTF_8),
        Map.of("Authorization", "Bearer " + ADMIN, "Content-Type", "application/json"));
  }

  private static JsonNode settings() {
    HttpResponse<String> read = api.get("/api/settings", ADMIN);
    assertThat(read.statusCode()).isEqualTo(200);
    Contract.holds(Method.GET, read);
    return TestApi.json(read);
  }

  @Test
  void whatIsPutHoldsAndWhatIsLeftOutStays() {
    HttpResponse<String> answer =
        put(
            "/api/settings",
            "{\"silence_minutes\":45,\"reassign\":true,\"notify_numbers\":[\"0812-3456-7890\"]}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    Contract.holds(Method.PUT, answer);
    assertThat(settings().get("silence_minutes").asInt()).isEqualTo(45);
    assertThat(settings().get("notify_numbers").get(0).asText()).isEqualTo("6281234567890");
    assertThat(settings().get("claim_minutes").asInt()).isEqualTo(15);
    assertThat(settings().get("updated_by").asText()).isEqualTo("siti");
  }

  @Test
  void badFieldsAreNamedEachWithItsPlace() {
    HttpResponse<String> answer =
        put(
            "/api/settings",
            "{\"claim_minutes\":-1,\"rating\":\"yes\",\"ignored\":[\"0812-3456-7890\",\"abc\"]}");
    assertThat(answer.statusCode()).isEqualTo(400);
    Contract.holds(Method.PUT, answer);
    assertThat(answer.body())
        .contains("\"claim_minutes\"", "\"rating\"", "\"ignored[1]\"")
        .doesNotContain("\"ignored[0]\"");
  }

  @Test
  void aVersionThatIsNotTheCurrentOneIsRefused() {
    int version = settings().get("version").asInt();
    HttpResponse<String> answer =
        put("/api/settings", "{\"version\":%d,\"claim_minutes\":7}".formatted(version + 5));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("changed meanwhile");
  }

  @Test
  void theSwitchOverAllChatsIsOneWord() {
    HttpResponse<String> off = put("/api/settings/bot", "{\"on\":false}");
    assertThat(off.statusCode()).as(off.body()).isEqualTo(200);
    Contract.holds(Method.PUT, off);
    assertThat(settings().get("bot_on").asBoolean()).isFalse();
    assertThat(put("/api/settings/bot", "{}").statusCode()).isEqualTo(400);
    assertThat(put("/api/settings/bot", "{\"on\":true}").statusCode()).isEqualTo(200);
    assertThat(settings().get("bot_on").asBoolean()).isTrue();
  }

  @Test
  void aNumberIsIgnoredOnceAndHeededAgain() {
    assertThat(put("/api/settings/ignored/+62%20811-1000-0099", "").statusCode()).isEqualTo(200);
    HttpResponse<String> again = put("/api/settings/ignored/081110000099", "");
    Contract.holds(Method.PUT, again);
    assertThat(again.body()).containsOnlyOnce("6281110000099");
    HttpResponse<String> heeded = send("DELETE", "/api/settings/ignored/6281110000099", "");
    assertThat(heeded.statusCode()).isEqualTo(200);
    assertThat(heeded.body()).doesNotContain("6281110000099");
    assertThat(put("/api/settings/ignored/nobody", "").statusCode()).isEqualTo(400);
  }
}
