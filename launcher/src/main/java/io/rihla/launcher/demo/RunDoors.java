package io.rihla.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.launcher.local.Endpoints;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.local.Secrets;
import io.rihla.launcher.local.Token;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The doors of a run that the outside comes in by: its api, and WhatsApp's side of the simulator.
 */
public record RunDoors(String api, String simulator, String jwtKey, HttpClient http) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Set<Integer> AWAY = Set.of(503, 504);

  public static RunDoors of(Endpoints endpoints, Secrets secrets) {
    return new RunDoors(
        endpoints.api(),
        endpoints.waha(),
        secrets.get("RIHLA_JWT_KEY"),
        // a click is counted where it arrives, not where it is sent on to
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(2))
            .build());
  }

  /** Whether both are there. */
  public boolean open() throws InterruptedException {
    try {
      return send("GET", api + "/observe/health", null, false).statusCode() == 200
          && send("GET", simulator + "/simulator/state", null, false).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Somebody of the agency does something; a run that has just begun is waited for. */
  JsonNode desk(String method, String path, @Nullable Object body)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    HttpResponse<String> response = send(method, api + path, body, true);
    while (AWAY.contains(response.statusCode()) && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE);
      response = send(method, api + path, body, true);
    }
    if (response.statusCode() / 100 != 2) {
      throw new Refusal(
          "%s %s was answered %d: %s"
              .formatted(method, path, response.statusCode(), response.body()));
    }
    return JSON.readTree(response.body());
  }

  /** The messages of a conversation as a sales person sees them, none while there is none. */
  JsonNode thread(String conversation) throws IOException, InterruptedException {
    HttpResponse<String> response =
        send("GET", api + "/api/conversations/" + conversation, null, true);
    return response.statusCode() == 200
        ? JSON.readTree(response.body()).path("messages")
        : JSON.createArrayNode();
  }

  void click(String code) throws IOException, InterruptedException {
    HttpResponse<String> response = send("GET", api + "/c/" + code, null, false);
    if (response.statusCode() != 302) {
      throw new Refusal("/c/%s was answered %d".formatted(code, response.statusCode()));
    }
  }

  JsonNode whatsApp(String path, @Nullable Object order) throws IOException, InterruptedException {
    HttpResponse<String> response =
        send(order == null ? "GET" : "POST", simulator + "/simulator" + path, order, false);
    if (response.statusCode() != 200) {
      throw new Refusal(
          "the simulator answered %d to %s: %s"
              .formatted(response.statusCode(), path, response.body()));
    }
    return JSON.readTree(response.body());
  }

  private HttpResponse<String> send(
      String method, String address, @Nullable Object body, boolean signedIn)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(TIMEOUT)
            .header("User-Agent", "Mozilla/5.0 (Linux; Android 14)")
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    if (signedIn) {
      request.header(
          "Authorization",
          "Bearer " + Token.sign(jwtKey, "demo", "system_admin", Duration.ofMinutes(5)));
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
