package io.rihla.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.model.Request.Method;
import io.rihla.api.testing.Broker;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.TestApi;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OutageTest {
  private static final String MESSAGE =
      """
      {"event":"message","session":"default","payload":{"id":"false_6281100000011@c.us_AWAY",\
      "from":"6281100000011@c.us","fromMe":false,"body":"halo"}}""";

  @Test
  void withoutKafkaTheWebhookSaysSoWithinFiveSecondsAndTheServerStaysResponsive() throws Exception {
    try (TestApi api = TestApi.start(Map.of());
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<HttpResponse<String>>> posts =
          java.util.Collections.nCopies(50, () -> api.webhook(MESSAGE));
      List<Future<HttpResponse<String>>> answers = posts.stream().map(callers::submit).toList();
      long begin = System.nanoTime();
      assertThat(api.send("GET", "/", null, Map.of()).statusCode()).isEqualTo(200);
      // answered while the webhooks still wait for Kafka
      assertThat(answers).noneMatch(Future::isDone);
      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(503);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(12));
      Contract.holds(Method.POST, answers.getFirst().get());
    }
  }

  @Test
  void withoutClickHouseQuestionsAreAnsweredWithTheReason() {
    try (TestApi api = TestApi.start(Map.of())) {
      for (String path :
          List.of("/api/marketing/dashboard", "/api/conversations", "/api/conversations/conv_1")) {
        HttpResponse<String> response = api.get(path, TestApi.token("system_admin"));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("ClickHouse").doesNotContain("Exception");
        Contract.holds(Method.GET, response);
      }
    }
  }

  @Test
  void healthTellsWhichPartIsAway() {
    try (TestApi api = TestApi.withKafka(Broker.shared())) {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> {
                HttpResponse<String> health = api.send("GET", "/observe/health", null, Map.of());
                assertThat(health.statusCode()).isEqualTo(503);
                Contract.holds(Method.GET, health);
                assertThat(health.body())
                    .contains("{\"name\":\"kafka\",\"status\":\"UP\"}")
                    .contains("{\"name\":\"clickhouse\",\"status\":\"DOWN\"}");
              });
      assertThat(api.send("GET", "/observe/health/live", null, Map.of()).statusCode())
          .isIn(200, 204);
    }
  }

  @Test
  void whatTheWebhookDidIsCounted() {
    try (TestApi api = TestApi.withKafka(Broker.shared())) {
      api.webhook("{\"event\":\"engine.event\",\"payload\":{}}");
      HttpResponse<String> metrics = api.get("/observe/metrics", TestApi.token("analyst"));
      assertThat(metrics.statusCode()).isEqualTo(200);
      assertThat(metrics.body())
          .contains("rihla_webhook_total{outcome=\"ignored_unknown_event\"")
          .contains("rihla_log_append_seconds_count");
    }
  }
}
