package io.rihla.api.waha;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.api.ApiConfig;
import io.rihla.schemas.identity.ChatId;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the api asks of WAHA's REST API. Answers of 4xx are empty, everything worse is thrown. */
public final class WahaClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration LOOKUP = Duration.ofSeconds(2);
  private static final Duration LISTING = Duration.ofSeconds(30);

  private final ApiConfig.Waha waha;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  public WahaClient(ApiConfig.Waha waha) {
    this.waha = waha;
  }

  /** The phone chat of a lid, empty when WAHA does not know it. */
  public Optional<ChatId> phoneOf(String session, String lid) throws WahaUnavailable {
    return get("/api/%s/lids/%s".formatted(encoded(session), encoded(lid + "@lid")), LOOKUP)
        .map(answer -> answer.path("pn").asText(""))
        .flatMap(ChatId::parse)
        .filter(ChatId::isPhone);
  }

  /** One page of a chat's messages from a second on. */
  public Optional<JsonNode> messages(
      String session, String chat, long fromSecond, int limit, int offset) throws WahaUnavailable {
    return get(
        "/api/%s/chats/%s/messages?filter.timestamp.gte=%d&downloadMedia=false&limit=%d&offset=%d"
            .formatted(encoded(session), encoded(chat), fromSecond, limit, offset),
        LISTING);
  }

  /** The names of the sessions there are. */
  public List<String> sessions() throws WahaUnavailable {
    List<String> names = new ArrayList<>();
    get("/api/sessions", LISTING)
        .ifPresent(
            sessions ->
                sessions.forEach(
                    session -> {
                      String name = session.path("name").asText("");
                      if (!name.isEmpty()) {
                        names.add(name);
                      }
                    }));
    return names;
  }

  /** One page of the chats with their last messages. */
  public Optional<JsonNode> overview(String session, int limit, int offset) throws WahaUnavailable {
    return get(
        "/api/%s/chats/overview?limit=%d&offset=%d".formatted(encoded(session), limit, offset),
        LISTING);
  }

  private Optional<JsonNode> get(String path, Duration timeout) throws WahaUnavailable {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(waha.url() + path)).timeout(timeout);
    if (!waha.apiKey().isEmpty()) {
      request.header("X-Api-Key", waha.apiKey());
    }
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      int status = response.statusCode();
      if (status >= 500 || status == 401 || status == 422) {
        throw new WahaUnavailable("WAHA answered " + status);
      }
      return status / 100 == 2 ? Optional.of(JSON.readTree(response.body())) : Optional.empty();
    } catch (JsonProcessingException e) {
      throw new WahaUnavailable("WAHA's answer is not JSON", e);
    } catch (IOException e) {
      throw new WahaUnavailable("WAHA cannot be reached at " + waha.url(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WahaUnavailable("interrupted while WAHA was asked", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
