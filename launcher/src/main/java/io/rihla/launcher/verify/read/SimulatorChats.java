package io.rihla.launcher.verify.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.launcher.verify.history.Shown;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the customers of the simulator see of us; its chats outlive its restarts. */
public record SimulatorChats(String address) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Messages that WAHA was asked to send, chat by chat, in the order they are shown. */
  public List<Shown> read() throws IOException, InterruptedException {
    List<Shown> shown = new ArrayList<>();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (JsonNode customer : get(http, "/simulator/chats")) {
        String id = customer.path("id").asText();
        JsonNode thread =
            get(http, "/simulator/chats/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
        for (JsonNode message : thread.path("messages")) {
          if (message.path("from_me").asBoolean()
              && message.path("source").asText().equals("api")) {
            shown.add(
                new Shown(
                    thread.path("chat").asText(),
                    message.path("id").asText(),
                    message.path("at").asLong()));
          }
        }
      }
    }
    return shown;
  }

  private JsonNode get(HttpClient http, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(TIMEOUT).build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          "the simulator answered %d to %s".formatted(response.statusCode(), path));
    }
    return JSON.readTree(response.body());
  }
}
