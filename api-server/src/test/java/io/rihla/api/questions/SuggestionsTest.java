package io.rihla.api.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.model.Request.Method;
import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.testing.Broker;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.FakePrompts;
import io.rihla.api.testing.RealClickHouse;
import io.rihla.api.testing.Season;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.prompts.FaqContent;
import io.rihla.schemas.prompts.FaqEntry;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a suggestion to the FAQ, over real topics and a small season. */
class SuggestionsTest {
  private static final String ADMIN = TestApi.token("marketing_admin");
  private static final String ANSWER = "\"answer\":{\"id\":\"Kami yang urus.\",\"en\":\"We do.\"}";
  private static RealClickHouse clickHouse;
  private static FakePrompts registry;
  private static TestApi api;

  @BeforeAll
  static void start() {
    clickHouse = new RealClickHouse();
    Season.fill(clickHouse);
    Broker broker = Broker.shared();
    registry = new FakePrompts(broker);
    api =
        TestApi.start(
            Map.of(
                "CLICKHOUSE_URL", clickHouse.url(), "KAFKA_BOOTSTRAP_SERVERS", broker.address()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> plainFaq("v-" + System.nanoTime()).statusCode() < 300);
  }

  @AfterAll
  static void stop() {
    api.close();
    registry.close();
    clickHouse.close();
  }

  @BeforeEach
  void anFaqWithoutIt() {
    assertThat(plainFaq("v-" + System.nanoTime()).statusCode()).isLessThan(300);
    assertThat(suggested("")).containsExactly("q2");
  }

  @Test
  void anAcceptedSuggestionIsAnEntryOfTheNextFaqAndNoLongerSuggested() {
    HttpResponse<String> accepted =
        accept("q2", "{%s,\"version\":\"visa-1\",\"valid_from\":\"2027-01-01\"}".formatted(ANSWER));
    Contract.holds(Method.POST, accepted);
    JsonNode version = TestApi.json(accepted);
    assertThat(version.get("label").asText()).isEqualTo("PRODUCTION");
    assertThat(version.get("author").asText()).isEqualTo("siti");
    FaqContent faq = FaqContent.parse(version.get("content").asText());
    assertThat(faq.entries()).extracting(FaqEntry::id).containsExactly("known", "q2");
    FaqEntry entry = faq.entries().getLast();
    assertThat(entry.topic().name()).as("the cluster's").isEqualTo("PRICE");
    assertThat(entry.questions().get(Language.ID))
        .as("without variants, in the customers' words")
        .containsExactly("visa diurus siapa");
    assertThat(entry.validFrom()).isEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(suggested("")).isEmpty();
    assertThat(suggested("?include=dismissed")).as("answered, not dismissed").isEmpty();
    assertThat(accept("q2", "{%s,\"version\":\"visa-1\"}".formatted(ANSWER)).statusCode())
        .as("the same once more")
        .isEqualTo(200);
    HttpResponse<String> again = accept("q2", "{%s,\"version\":\"visa-2\"}".formatted(ANSWER));
    assertThat(again.statusCode()).isEqualTo(409);
    Contract.holds(Method.POST, again);
    assertThat(post("/api/ai/faq-suggestions/q2/dismiss", "").statusCode()).isEqualTo(409);
  }

  @Test
  void aStagedEntryGoesOnToBeSuggested() {
    HttpResponse<String> staged =
        accept(
            "q2",
            "{%s,\"question_variants\":[\"visa gimana\"],\"version\":\"staged-1\",\"activate\":false}"
                .formatted(ANSWER));
    assertThat(TestApi.json(staged).get("label").asText()).isEqualTo("STAGING");
    assertThat(suggested("")).containsExactly("q2");
  }

  @Test
  void aDismissalIsAVersionThatARollbackTakesBack() {
    HttpResponse<String> dismissed = post("/api/ai/faq-suggestions/q2/dismiss", "");
    Contract.holds(Method.POST, dismissed);
    String version = TestApi.json(dismissed).get("version").asText();
    assertThat(version).startsWith("dismiss-");
    assertThat(suggested("")).isEmpty();
    assertThat(suggested("?include=dismissed")).containsExactly("q2");
    assertThat(get("?include=dismissed").get("dismissed").get(0).asText()).isEqualTo("q2");
    assertThat(TestApi.json(post("/api/ai/faq-suggestions/q2/dismiss", "")).get("version").asText())
        .as("once is enough")
        .isEqualTo(version);
    assertThat(post("/api/ai/prompts/faq/rollback", "").statusCode()).isEqualTo(200);
    assertThat(suggested("")).containsExactly("q2");
  }

  @Test
  void acceptingWhatWasDismissedEndsTheDismissal() {
    post("/api/ai/faq-suggestions/q2/dismiss", "{\"version\":\"no-visa\"}");
    JsonNode accepted =
        TestApi.json(accept("q2", "{%s,\"version\":\"visa-after-all\"}".formatted(ANSWER)));
    FaqContent faq = FaqContent.parse(accepted.get("content").asText());
    assertThat(faq.dismissed()).isEmpty();
    assertThat(faq.entries()).extracting(FaqEntry::id).contains("q2");
  }

  @Test
  void changesAtTheSameTimeAreAllKept() {
    IntStream.of(1, 2)
        .parallel()
        .forEach(
            number ->
                accept("q" + number, "{%s,\"version\":\"both-%d\"}".formatted(ANSWER, number)));
    HttpResponse<String> history = api.get("/api/ai/prompts/faq", ADMIN);
    for (JsonNode version : TestApi.json(history).get("versions")) {
      if (version.get("label").asText().equals("PRODUCTION")) {
        assertThat(FaqContent.parse(version.get("content").asText()).entries())
            .extracting(FaqEntry::id)
            .containsExactlyInAnyOrder("known", "q1", "q2");
      }
    }
  }

  @Test
  void aMergedClusterIsAnsweredAsTheOneItBelongsTo() {
    JsonNode accepted = TestApi.json(accept("q9", "{%s,\"version\":\"merged\"}".formatted(ANSWER)));
    assertThat(FaqContent.parse(accepted.get("content").asText()).entries().getLast().id())
        .isEqualTo("q1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"version\":\"b\"}|answer.id",
        "{\"answer\":{\"en\":\"x\"},\"version\":\"b\"}|answer.id",
        "{\"answer\":{\"id\":\"{name}\"},\"version\":\"b\"}|answer.id",
        "{\"answer\":{\"id\":\"x\"}}|version",
        "{\"answer\":{\"id\":\"x\"},\"version\":\"b b\"}|version",
        "{\"answer\":{\"id\":\"x\"},\"version\":\"b\",\"valid_until\":\"soon\"}|valid_until",
        "{\"answer\":{\"id\":\"x\"},\"version\":\"b\",\"question_variants\":\"x\"}|question_variants.id",
        "{\"answer\":{\"id\":\"x\"},\"version\":\"b\",\"question_variants\":{\"fr\":[\"x\"]}}|question_variants.fr",
      })
  void aBadFieldIsNamed(String body, String field) {
    HttpResponse<String> refused = accept("q2", body);
    Contract.holds(Method.POST, refused);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(TestApi.json(refused).at("/errors/0/field").asText()).isEqualTo(field);
  }

  @Test
  void whatWasNeverAskedCannotBeAnswered() {
    HttpResponse<String> unknown = accept("q0", "{%s,\"version\":\"b\"}".formatted(ANSWER));
    Contract.holds(Method.POST, unknown);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(post("/api/ai/faq-suggestions/q0/dismiss", "").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> plainFaq(String version) {
    return send(
        "PUT",
        "/api/ai/prompts",
        """
        {"prompt_type":"faq","version":"%s",
         "content":[{"id":"known","questions":{"id":["jam buka"]},"answer":{"id":"Jam 8."}}]}"""
            .formatted(version));
  }

  private static List<String> suggested(String query) {
    return get(query).get("suggestions").findValuesAsText("cluster_id");
  }

  private static JsonNode get(String query) {
    HttpResponse<String> response = api.get("/api/ai/faq-suggestions" + query, ADMIN);
    Contract.holds(Method.GET, response);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return TestApi.json(response);
  }

  private static HttpResponse<String> accept(String cluster, String body) {
    return post("/api/ai/faq-suggestions/" + cluster + "/accept", body);
  }

  private static HttpResponse<String> post(String path, String body) {
    return send("POST", path, body);
  }

  private static HttpResponse<String> send(String method, String path, String body) {
    return api.send(
        method,
        path,
        body.getBytes(StandardCharsets.UTF_8),
        Map.of("Authorization", "Bearer " + ADMIN));
  }
}
