package io.rihla.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What marketing puts is what the next customer reads, over the whole running product. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PromptsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String CODE = "UMR_MAR_2027_HEMAT";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static RunningStack stack;

  @BeforeAll
  static void up() throws Exception {
    stack =
        new RunningStack(
            folder.resolve("data"), Map.of("RIHLA_QUIET_WINDOW_MS", "200", "RIHLA_TYPING", "none"));
    stack.up();
  }

  @AfterAll
  static void down() throws Exception {
    stack.down();
  }

  @Test
  @Order(1)
  void aGreetingThatIsPutReachesTheNextCustomerAndItsVersionIsOnTheAnswer() throws Exception {
    stack.write("siti", CODE);
    await().atMost(PATIENCE).until(() -> stack.answers("siti").size() == 2);
    assertThat(text("siti")).contains("Assalamu'alaikum");

    HttpResponse<String> put =
        put(
            Map.of(
                "prompt_type",
                "greeting_with_code",
                "language",
                "id",
                "version",
                "ramadhan-1",
                "updated_by",
                "Bu Ani",
                "content",
                "Ahlan wa sahlan {salutation}! {package}: {price}.\n\n{question}"));
    assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
    String version = stack.api("/api/ai/prompts").path("prompt_version").asText();
    await().atMost(Duration.ofSeconds(1)).until(() -> version.equals(spoken()));

    stack.write("budi", CODE);
    await().atMost(PATIENCE).until(() -> stack.answers("budi").size() == 2);
    assertThat(text("budi")).startsWith("Ahlan wa sahlan Kak Budi").contains("Rp 25.000.000");
    await().atMost(PATIENCE).until(() -> versions().size() == 2);
    assertThat(versions()).last().isEqualTo(version);
    assertThat(versions().getFirst()).isNotEqualTo(version).startsWith("prompts-");
  }

  @Test
  @Order(2)
  void aVersionIsNeverRewrittenAndARollbackBringsTheOldWordsBack() throws Exception {
    HttpResponse<String> again =
        put(
            Map.of(
                "prompt_type", "greeting_with_code", "version", "ramadhan-1", "content", "Halo."));
    assertThat(again.statusCode()).isEqualTo(409);
    HttpResponse<String> back =
        marketing("POST", "/api/ai/prompts/greeting_with_code/rollback", Map.of());
    assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
    stack.write("dewi", CODE);
    await().atMost(PATIENCE).until(() -> stack.answers("dewi").size() == 2);
    assertThat(text("dewi")).contains("Assalamu'alaikum").doesNotContain("Ahlan");
    assertThat(
            stack.api("/api/ai/prompts/greeting_with_code?language=id").findValuesAsText("version"))
        .containsExactlyInAnyOrder("ramadhan-1", "builtin-1");
  }

  @Test
  @Order(3)
  void anAnswerThatIsPutIntoTheFaqIsGivenAtOnce() throws Exception {
    HttpResponse<String> put =
        put(
            Map.of(
                "prompt_type",
                "faq",
                "version",
                "v1",
                "content",
                List.of(
                    Map.of(
                        "id",
                        "zamzam",
                        "questions",
                        Map.of("id", List.of("apakah dapat air zamzam")),
                        "answer",
                        Map.of("id", "Air zamzam dibagikan di bandara kepulangan.")))));
    assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
    int before = stack.answers("dewi").size();
    stack.write("dewi", "kak dapat air zamzam?");
    await().atMost(PATIENCE).until(() -> stack.answers("dewi").size() > before);
    assertThat(text("dewi")).contains("dibagikan di bandara");
  }

  @Test
  @Order(4)
  void anExperimentExposesACustomerOnceAndNamesTheArmOnTheAnswer() throws Exception {
    String closing = "Mau kami amankan kursinya sekarang?";
    assertThat(
            marketing(
                    "PUT",
                    "/api/experiments/closing",
                    Map.of(
                        "variants",
                        List.of(
                            Map.of("name", "a", "weight", 1, "call_to_action", closing),
                            Map.of("name", "b", "weight", 1, "call_to_action", closing))))
                .statusCode())
        .isEqualTo(201);
    assertThat(marketing("POST", "/api/experiments/closing/start", Map.of()).statusCode())
        .isEqualTo(200);
    for (String question : List.of("hotelnya dimana kak", "maskapainya apa")) {
      int before = stack.answers("budi").size();
      stack.write("budi", question);
      await().atMost(PATIENCE).until(() -> stack.answers("budi").size() > before);
      assertThat(text("budi")).endsWith(closing);
    }
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                stack.count(
                        "SELECT count() FROM events WHERE event_type = 'AiAnswered'"
                            + " AND startsWith(payload.variant.:String, 'closing=')")
                    == 2);
    assertThat(stack.count("SELECT count() FROM events WHERE event_type = 'ExperimentExposed'"))
        .isEqualTo(1);
  }

  @Test
  @Order(5)
  void aPreviewShowsThePromptOfACustomerWithWordsNobodyHasPutYet() throws Exception {
    JsonNode budi = null;
    for (JsonNode one : stack.api("/api/conversations").path("conversations")) {
      budi = one.path("name").asText().startsWith("Budi") ? one : budi;
    }
    assertThat(budi).isNotNull();
    HttpResponse<String> preview =
        marketing(
            "POST",
            "/api/ai/prompts/preview",
            Map.of(
                "conversation_id",
                budi.path("id").asText(),
                "prompt_type",
                "personality",
                "content",
                "Speak like a poet of {company}."));
    assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
    JsonNode prompt = JSON.readTree(preview.body());
    assertThat(prompt.path("system").asText())
        .contains("Speak like a poet of Rihla Travel.", CODE, "Bahasa Indonesia");
    assertThat(prompt.path("customer").asText()).contains("maskapainya apa", "Budi");
    assertThat(prompt.path("prompt_version").asText())
        .isNotEqualTo(stack.api("/api/ai/prompts").path("prompt_version").asText());
  }

  private static HttpResponse<String> put(Map<String, ?> body) throws Exception {
    return marketing("PUT", "/api/ai/prompts", body);
  }

  private static HttpResponse<String> marketing(String method, String path, Map<String, ?> body)
      throws Exception {
    return stack.send(method, "ani", "marketing_admin", path, body);
  }

  private static String text(String customer) throws Exception {
    return stack.answers(customer).getLast().path("text").asText();
  }

  /** The version the function server speaks with. */
  private static String spoken() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      JsonNode health =
          JSON.readTree(
              http.send(
                      HttpRequest.newBuilder(
                              URI.create(stack.running("functions").address() + "/observe/health"))
                          .build(),
                      HttpResponse.BodyHandlers.ofString())
                  .body());
      for (JsonNode check : health.path("checks")) {
        if (check.path("name").asText().equals("prompts")) {
          return check.path("data").path("version").asText();
        }
      }
      return "";
    }
  }

  private static List<String> versions() {
    return stack.sql(
        "SELECT ifNull(payload.prompt_version.:String, '') AS version FROM events"
            + " WHERE event_type = 'AiAnswered' GROUP BY version ORDER BY min(event_time)");
  }
}
