package io.rihla.api.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.model.Request.Method;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.rihla.api.testing.Broker;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.FakePrompts;
import io.rihla.api.testing.TestApi;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptsTest {
  private static final String ADMIN = TestApi.token("marketing_admin");
  private static final AtomicReference<String> ASKED = new AtomicReference<>("");

  private static FakePrompts registry;
  private static HttpServer functions;
  private static TestApi api;

  @BeforeAll
  static void start() throws IOException {
    Broker broker = Broker.shared();
    registry = new FakePrompts(broker);
    functions = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    functions.createContext(
        "/prompts/preview",
        exchange -> {
          ASKED.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer =
              """
              {"prompt_version":"prompts-1","system":"You","customer":"Hi","sections":[]}"""
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    functions.start();
    api =
        TestApi.start(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                broker.address(),
                "FUNCTIONS_URL",
                "http://127.0.0.1:" + functions.getAddress().getPort()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> put("company", "warm-up", "Kami {company}.").statusCode() < 300);
  }

  @AfterAll
  static void stop() {
    api.close();
    registry.close();
    functions.stop(0);
  }

  @Test
  void aVersionGoesToProductionAndIsNamedWithItsAuthor() {
    String before = list().get("prompt_version").asText();
    HttpResponse<String> put = put("personality", "v1", "Be kind. {company}");
    assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
    Contract.holds(Method.PUT, put);
    JsonNode prompt = TestApi.json(put);
    assertThat(prompt.get("label").asText()).isEqualTo("PRODUCTION");
    assertThat(prompt.get("author").asText()).isEqualTo("siti");
    assertThat(prompt.get("updated_by").asText()).isEqualTo("Bu Ani");
    assertThat(list().get("prompt_version").asText()).isNotEqualTo(before);
    assertThat(put("personality", "v1", "Be kind. {company}").statusCode()).isEqualTo(200);
  }

  @Test
  void aVersionWithOtherContentIsAConflict() {
    put("rules", "v1", "Only facts.");
    HttpResponse<String> other = put("rules", "v1", "Anything goes.");
    Contract.holds(Method.PUT, other);
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(TestApi.json(other).get("detail").asText()).contains("v1").contains("other content");
  }

  @Test
  void aStagedVersionLeavesProductionAloneAndShowsBesideIt() {
    HttpResponse<String> staged =
        send(
            "PUT",
            "/api/ai/prompts",
            """
            {"prompt_type":"holding_text","language":"en","content":"One moment, {salutation}.",\
            "version":"v1","activate":false}""");
    assertThat(TestApi.json(staged).get("label").asText()).isEqualTo("STAGING");
    JsonNode place = place("holding_text", "en");
    assertThat(place.at("/production/version").asText()).isEqualTo("builtin-1");
    assertThat(place.at("/staging/version").asText()).isEqualTo("v1");
    assertThat(place("holding_text", "id").get("staging").isNull()).isTrue();
  }

  @Test
  void whatWasShippedIsTheFirstVersionOfEachHistory() {
    HttpResponse<String> history = api.get("/api/ai/prompts/greeting-with-code?language=ar", ADMIN);
    Contract.holds(Method.GET, history);
    JsonNode versions = TestApi.json(history).get("versions");
    assertThat(versions).hasSize(1);
    assertThat(versions.at("/0/version").asText()).isEqualTo("builtin-1");
    assertThat(versions.at("/0/builtin").asBoolean()).isTrue();
    assertThat(versions.at("/0/content").asText()).contains("{package}");
  }

  @Test
  void twoVersionsAreComparedLineByLine() {
    put("escalation", "v1", "Call a human\nwhen asked.");
    put("escalation", "v2", "Call a human\nalways.");
    HttpResponse<String> diff = api.get("/api/ai/prompts/escalation/diff?from=v1&to=v2", ADMIN);
    Contract.holds(Method.GET, diff);
    assertThat(TestApi.json(diff).get("diff").asText())
        .contains("--- v1", "+++ v2", "-when asked.", "+always.");
    assertThat(api.get("/api/ai/prompts/escalation/diff?from=v1&to=v9", ADMIN).statusCode())
        .isEqualTo(404);
    assertThat(api.get("/api/ai/prompts/escalation/diff?from=v1", ADMIN).body()).contains("to");
  }

  @Test
  void rollingBackBringsTheVersionBefore() {
    put("base", "v1", base("One."));
    put("base", "v2", base("Two."));
    HttpResponse<String> back = send("POST", "/api/ai/prompts/base/rollback", "");
    Contract.holds(Method.POST, back);
    assertThat(TestApi.json(back).get("version").asText()).isEqualTo("v1");
    assertThat(place("base", null).at("/production/version").asText()).isEqualTo("v1");
    HttpResponse<String> label =
        send(
            "PUT",
            "/api/ai/prompts/base/label",
            "{\"version\":\"builtin-1\",\"label\":\"production\"}");
    Contract.holds(Method.PUT, label);
    assertThat(place("base", null).at("/production/version").asText()).isEqualTo("builtin-1");
  }

  @Test
  void whoReplacesWhatIsNotThereAnyMoreIsRefused() {
    put("company", "v1", "Satu.");
    put("company", "v2", "Dua.");
    HttpResponse<String> late =
        send("POST", "/api/ai/prompts/company/rollback", "{\"expected_version\":\"v1\"}");
    Contract.holds(Method.POST, late);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("version v2 is in production, not v1");
    HttpResponse<String> label =
        send(
            "PUT",
            "/api/ai/prompts/company/label",
            "{\"version\":\"v1\",\"label\":\"production\",\"expected_version\":\"builtin-1\"}");
    assertThat(label.statusCode()).isEqualTo(409);
    assertThat(place("company", null).at("/production/version").asText()).isEqualTo("v2");
    HttpResponse<String> back =
        send("POST", "/api/ai/prompts/company/rollback", "{\"expected_version\":\"v2\"}");
    assertThat(TestApi.json(back).get("version").asText()).isEqualTo("v1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"content\":\"x\",\"version\":\"v1\"}|prompt_type",
        "{\"prompt_type\":\"poem\",\"content\":\"x\",\"version\":\"v1\"}|prompt_type",
        "{\"prompt_type\":\"rules\",\"version\":\"v1\"}|content",
        "{\"prompt_type\":\"rules\",\"content\":\"  \",\"version\":\"v1\"}|content",
        "{\"prompt_type\":\"rules\",\"content\":\"{discount}\",\"version\":\"v1\"}|{discount}",
        "{\"prompt_type\":\"rules\",\"content\":\"{company\",\"version\":\"v1\"}|curly",
        "{\"prompt_type\":\"base\",\"content\":\"Hello\",\"version\":\"v1\"}|{marker}",
        "{\"prompt_type\":\"rules\",\"content\":\"x\",\"version\":\"v 1\"}|version",
        "{\"prompt_type\":\"rules\",\"content\":\"x\",\"version\":\"v1\",\"language\":\"en\"}|language",
        "{\"prompt_type\":\"holding_text\",\"content\":\"x\",\"version\":\"v1\",\"language\":\"fr\"}|language",
        "{\"prompt_type\":\"faq\",\"content\":\"[{]\",\"version\":\"v1\"}|not JSON",
        "{\"prompt_type\":\"faq\",\"content\":[{\"id\":\"a\",\"questions\":{\"id\":[\"q\"]}}],\"version\":\"v1\"}|content[0].answer.id",
        "{\"prompt_type\":\"escalation_triggers\",\"content\":{\"hours\":{\"monday\":[\"8-5\"]}},\"version\":\"v1\"}|content.hours.monday",
      })
  void aBadFieldIsNamedWithTheRemedy(String body, String named) {
    HttpResponse<String> refused = send("PUT", "/api/ai/prompts", body);
    Contract.holds(Method.PUT, refused);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(TestApi.json(refused).get("detail").asText()).contains(named);
  }

  @Test
  void aTextThatIsTooLongSaysHowMuchFits() {
    HttpResponse<String> refused = put("rules", "long", "x".repeat(8_001));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("8001").contains("8000");
  }

  @Test
  void aPreviewCarriesTheUnsavedContentToTheFunctions() {
    HttpResponse<String> preview =
        send(
            "POST",
            "/api/ai/prompts/preview",
            """
            {"message":"ada promo?","prompt_type":"rules","content":"Be brief.","staging":true}""");
    Contract.holds(Method.POST, preview);
    assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
    assertThat(ASKED.get()).contains("\"RULES\"", "Be brief.", "ada promo?", "\"staging\":true");
  }

  @Test
  void onlyMarketingAndSystemAdminsChangePrompts() {
    String sales = TestApi.token("sales_admin");
    assertThat(api.get("/api/ai/prompts", sales).statusCode()).isEqualTo(200);
    assertThat(
            api.send(
                    "PUT",
                    "/api/ai/prompts",
                    "{}".getBytes(StandardCharsets.UTF_8),
                    Map.of("Authorization", "Bearer " + sales))
                .statusCode())
        .isEqualTo(403);
  }

  private static String base(String text) {
    return text + " <<{marker}>> {canary} {language}";
  }

  private static JsonNode list() {
    HttpResponse<String> list = api.get("/api/ai/prompts", ADMIN);
    Contract.holds(Method.GET, list);
    return TestApi.json(list);
  }

  private static JsonNode place(String type, String language) {
    for (JsonNode place : list().get("prompts")) {
      if (place.get("prompt_type").asText().equals(type)
          && (language == null || place.get("language").asText().equals(language))) {
        return place;
      }
    }
    throw new AssertionError("no " + type);
  }

  private static HttpResponse<String> put(String type, String version, String content) {
    return send(
        "PUT",
        "/api/ai/prompts",
        """
        {"prompt_type":"%s","content":"%s","version":"%s","updated_by":"Bu Ani"}"""
            .formatted(type, content.replace("\n", "\\n"), version));
  }

  private static HttpResponse<String> send(String method, String path, String body) {
    return api.send(
        method,
        path,
        body.getBytes(StandardCharsets.UTF_8),
        Map.of("Authorization", "Bearer " + ADMIN));
  }
}
