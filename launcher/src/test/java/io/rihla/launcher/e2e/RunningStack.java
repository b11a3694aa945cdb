package io.rihla.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.RunState;
import io.rihla.launcher.local.Secrets;
import io.rihla.launcher.local.Token;
import io.rihla.launcher.run.RihlaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole product as its users run it: {@code ./rihla up}, in a folder of its own. */
final class RunningStack {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path data;
  private final RihlaProcess rihla;

  RunningStack(Path data, Map<String, String> environment) {
    this.data = data;
    Map<String, String> all = new java.util.HashMap<>(environment);
    all.put("RIHLA_PORT", Integer.toString(freePort()));
    // what waits for the jobs to tell how far they are waits for the next tick
    all.putIfAbsent("RIHLA_TICK_MS", "1000");
    this.rihla = new RihlaProcess(data, all);
  }

  void up() throws IOException, InterruptedException {
    RihlaProcess.Result result = rihla.run("up", "--detach");
    assertThat(result.code()).as(result.output()).isZero();
  }

  void down() throws IOException, InterruptedException {
    rihla.run("down");
  }

  RihlaProcess.Result rihla(String... arguments) throws IOException, InterruptedException {
    return rihla.run(arguments);
  }

  /** Every promise of docs/verify.md is kept, and nothing is on its way any more. */
  void prove() throws IOException, InterruptedException {
    RihlaProcess.Result result = rihla.run("verify", "--only", "conversations", "--settle", "60");
    assertThat(result.output()).contains("Every promise is kept.");
    assertThat(result.code()).as(result.output()).isZero();
  }

  /** kill -9; the supervisor brings it back. */
  void kill(String process) {
    ProcessHandle.of(running(process).pid()).orElseThrow().destroyForcibly();
  }

  RunState.Running running(String process) {
    return state().processes().stream()
        .filter(one -> one.name().equals(process))
        .findFirst()
        .orElseThrow();
  }

  RunState state() {
    return RunState.read(new DataDirectory(data).state()).orElseThrow();
  }

  JsonNode api(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(running("api").address() + path))
            .header(
                "Authorization",
                "Bearer "
                    + Token.sign(
                        secrets().get("RIHLA_JWT_KEY"),
                        "test",
                        "system_admin",
                        Duration.ofHours(1)))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  /** Somebody of that role sends JSON; whatever the answer is, it is returned. */
  HttpResponse<String> post(String who, String role, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    return send("POST", who, role, path, body);
  }

  HttpResponse<String> send(
      String method, String who, String role, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    String token = Token.sign(secrets().get("RIHLA_JWT_KEY"), who, role, Duration.ofHours(1));
    return http.send(
        HttpRequest.newBuilder(URI.create(running("api").address() + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  JsonNode simulator(String path) throws IOException, InterruptedException {
    return JSON.readTree(
        http.send(
                HttpRequest.newBuilder(simulatorUri(path)).build(),
                HttpResponse.BodyHandlers.ofString())
            .body());
  }

  JsonNode simulator(String path, Map<String, ?> order) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(simulatorUri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(order)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode() / 100).as(path + ": " + response.body()).isEqualTo(2);
    return response.body().isBlank() ? JSON.nullNode() : JSON.readTree(response.body());
  }

  /** A customer writes; the value is the id of the message. */
  String write(String customer, String text) throws IOException, InterruptedException {
    return simulator(
            "/simulator/messages", Map.of("customer", customer, "kind", "text", "text", text))
        .path("message_id")
        .asText();
  }

  /** What the customer sees of us in the chat, in order. */
  List<JsonNode> answers(String customer) throws IOException, InterruptedException {
    List<JsonNode> answers = new ArrayList<>();
    for (JsonNode message : simulator("/simulator/chats/" + customer).path("messages")) {
      if (message.path("from_me").asBoolean()) {
        answers.add(message);
      }
    }
    return answers;
  }

  /** Rows of a query, tab separated. */
  List<String> sql(String query) {
    try {
      return new ClickHouseClient(
              running("clickhouse").address(), "rihla", secrets().get("CLICKHOUSE_PASSWORD"))
          .run(query + " FORMAT TSV", Map.of("database", "rihla"))
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  long count(String query) {
    return Long.parseLong(sql(query).getFirst());
  }

  /** Changes what is archived, behind the product's back. */
  void tamper(String statement) throws IOException, InterruptedException {
    new ClickHouseClient(
            running("clickhouse").address(), "rihla", secrets().get("CLICKHOUSE_PASSWORD"))
        .run(statement, Map.of("database", "rihla"));
  }

  /** Somebody with the key of WAHA sends a message, past the product. */
  void sendPastUs(String chat, String text) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(running("waha").address() + "/api/sendText"))
                .header("X-Api-Key", secrets().get("WAHA_API_KEY"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(
                            Map.of("session", "default", "chatId", chat, "text", text))))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode() / 100).as(response.body()).isEqualTo(2);
  }

  private Secrets secrets() {
    return Secrets.load(new DataDirectory(data).secrets(), Map.of()).orElseThrow();
  }

  private URI simulatorUri(String path) {
    return URI.create(running("waha").address() + path);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
