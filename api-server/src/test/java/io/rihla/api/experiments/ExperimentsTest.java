package io.rihla.api.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.model.Request.Method;
import io.rihla.api.testing.Broker;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.FakePrompts;
import io.rihla.api.testing.TestApi;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentsTest {
  private static final String ADMIN = TestApi.token("marketing_admin");
  private static final String CLOSING =
      """
      {"description":"closing","goal":"booking","variants":[{"name":"control","weight":1},\
      {"name":"seats","weight":1,"call_to_action":"Mau kami amankan kursinya?"}]}""";

  private static FakePrompts registry;
  private static TestApi api;

  private static final String MEDIA =
      "{\"variants\":[{\"name\":\"a\",\"weight\":1},{\"name\":\"b\",\"weight\":1,\"media\":false}]}";

  @BeforeAll
  static void start() {
    Broker broker = Broker.shared();
    registry = new FakePrompts(broker);
    api = TestApi.withKafka(broker);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> send("PUT", "/api/experiments/warm-up", CLOSING).statusCode() < 300);
  }

  @AfterAll
  static void stop() {
    api.close();
    registry.close();
  }

  @Test
  void anExperimentIsPutStartedAndStopped() {
    HttpResponse<String> put =
        send(
            "PUT",
            "/api/experiments/warmth",
            """
            {"variants":[{"name":"a","weight":3},{"name":"b","weight":1,"section":"personality",\
            "content":"Be warm."}]}""");
    Contract.holds(Method.PUT, put);
    assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
    HttpResponse<String> started = send("POST", "/api/experiments/warmth/start", "");
    Contract.holds(Method.POST, started);
    assertThat(TestApi.json(started).get("status").asText()).isEqualTo("RUNNING");
    HttpResponse<String> stopped = send("POST", "/api/experiments/warmth/stop", "");
    assertThat(TestApi.json(stopped).get("status").asText()).isEqualTo("STOPPED");
    HttpResponse<String> list = api.get("/api/experiments", TestApi.token("analyst"));
    Contract.holds(Method.GET, list);
    assertThat(list.body()).contains("warmth");
    assertThat(api.get("/api/experiments/nothing", ADMIN).statusCode()).isEqualTo(404);
  }

  @Test
  void twoExperimentsOnTheSameThingDoNotRunAtOnce() {
    send("PUT", "/api/experiments/closing-1", CLOSING);
    send("PUT", "/api/experiments/closing-2", CLOSING);
    assertThat(send("POST", "/api/experiments/closing-1/start", "").statusCode()).isEqualTo(200);
    HttpResponse<String> second = send("POST", "/api/experiments/closing-2/start", "");
    Contract.holds(Method.POST, second);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("closing-1").contains("call_to_action");
  }

  @Test
  void ofTwoThatTwoServersStartAtOnceNotBothRun() throws Exception {
    send("PUT", "/api/experiments/media-1", MEDIA);
    send("PUT", "/api/experiments/media-2", MEDIA);
    try (TestApi other = TestApi.withKafka(Broker.shared());
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      // it knows the experiments and hears what became of orders
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> put(other, "media-2", MEDIA).statusCode() < 300);
      registry.startTogether(2);
      List<Future<HttpResponse<String>>> starts =
          threads.invokeAll(List.of(() -> start(api, "media-1"), () -> start(other, "media-2")));
      for (Future<HttpResponse<String>> start : starts) {
        Contract.holds(Method.POST, start.get());
      }
      assertThat(starts)
          .extracting(start -> start.get().statusCode())
          .contains(409)
          .containsAnyOf(409, 200);
      assertThat(running()).hasSizeLessThan(2);
      // one of them can be started then
      running().forEach(name -> send("POST", "/api/experiments/%s/stop".formatted(name), ""));
      assertThat(start(other, "media-2").statusCode()).isEqualTo(200);
    }
  }

  private static List<String> running() {
    return StreamSupport.stream(
            TestApi.json(api.get("/api/experiments", ADMIN)).get("experiments").spliterator(),
            false)
        .filter(one -> one.get("status").asText().equals("RUNNING"))
        .map(one -> one.get("name").asText())
        .filter(name -> name.startsWith("media"))
        .toList();
  }

  private static HttpResponse<String> put(TestApi server, String name, String body) {
    return server.send(
        "PUT",
        "/api/experiments/" + name,
        body.getBytes(StandardCharsets.UTF_8),
        Map.of("Authorization", "Bearer " + ADMIN));
  }

  private static HttpResponse<String> start(TestApi server, String name) {
    return server.send(
        "POST",
        "/api/experiments/%s/start".formatted(name),
        new byte[0],
        Map.of("Authorization", "Bearer " + ADMIN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"variants\":[{\"name\":\"a\",\"weight\":1}]}|variants",
        "{\"variants\":[{\"name\":\"a\",\"weight\":1},{\"name\":\"b\",\"weight\":1}]}|do not differ",
        "{\"variants\":[{\"name\":\"a\",\"weight\":0},{\"name\":\"b\",\"weight\":1,\"media\":false}]}|variants[0].weight",
        "{\"variants\":[{\"name\":\"a\",\"weight\":1},{\"name\":\"a\",\"weight\":1,\"media\":false}]}|variants[1].name",
        "{\"variants\":[{\"name\":\"a\",\"weight\":1},{\"name\":\"b\",\"weight\":1,\"section\":\"rules\",\"content\":\"{x}\"}]}|{x}",
        "{\"variants\":[{\"name\":\"a\",\"weight\":1},{\"name\":\"b\",\"weight\":1,\"section\":\"escalation_triggers\",\"content\":\"{}\"}]}|variants[1].section",
      })
  void aBadFieldIsNamedWithTheRemedy(String body, String named) {
    HttpResponse<String> refused = send("PUT", "/api/experiments/bad", body);
    Contract.holds(Method.PUT, refused);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(TestApi.json(refused).get("detail").asText()).contains(named);
  }

  private static HttpResponse<String> send(String method, String path, String body) {
    return api.send(
        method,
        path,
        body.getBytes(StandardCharsets.UTF_8),
        Map.of("Authorization", "Bearer " + ADMIN));
  }
}
