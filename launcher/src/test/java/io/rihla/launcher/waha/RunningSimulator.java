package io.rihla.launcher.waha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A simulator on a free port, what it posts, and calls to it over HTTP. */
final class RunningSimulator implements AutoCloseable {
  static final String API_KEY = "test-key";
  static final String HMAC_KEY = "acceptance-secret";

  final WebhookReceiver receiver;
  private final WahaSimulator simulator;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  record Response(int status, JsonNode body) {}

  RunningSimulator(Engine engine, Path data) throws IOException {
    receiver = new WebhookReceiver();
    simulator =
        WahaSimulator.start(
            new SimulatorSettings(
                "127.0.0.1", 0, data, receiver.url("/hook"), engine, API_KEY, HMAC_KEY),
            Duration.ofMillis(20));
  }

  Response get(String path) {
    return exchange(request(path).GET());
  }

  Response post(String path, String body) {
    return exchange(request(path).POST(HttpRequest.BodyPublishers.ofString(json(body))));
  }

  Response sendText(String chat, String text) {
    return post(
        "/api/sendText", "{'session':'default','chatId':'%s','text':'%s'}".formatted(chat, text));
  }

  /** Posts as a customer and returns the first webhook of that event. */
  WebhookReceiver.Webhook write(String body, String event) {
    Response answer = post("/simulator/messages", body);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return awaitWebhook(event, 1).getFirst();
  }

  List<WebhookReceiver.Webhook> awaitWebhook(String event, int count) {
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> receiver.accepted(event).size() >= count);
    return receiver.accepted(event);
  }

  /** Waits until every webhook is delivered or given up. */
  void awaitQuiet() {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> get("/simulator/state").body().at("/webhooks/waiting").asInt() == 0);
  }

  JsonNode thread(String customer) {
    return get("/simulator/chats/" + customer).body().get("messages");
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.port() + path))
        .header("X-Api-Key", API_KEY)
        .timeout(Duration.ofSeconds(10));
  }

  HttpClient http() {
    return http;
  }

  int port() {
    return simulator.port();
  }

  /** JSON with single quotes reads better in Java. */
  static String json(String text) {
    return text.replace('\'', '"');
  }

  private Response exchange(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Response(response.statusCode(), json.readTree(response.body()));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    simulator.close();
    receiver.close();
    http.close();
  }
}
