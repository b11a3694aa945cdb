package io.rihla.functions.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rihla.schemas.identity.MessageId;
import io.rihla.schemas.outbound.FileKind;
import io.rihla.schemas.outbound.FilePart;
import io.rihla.schemas.outbound.PartContent;
import io.rihla.schemas.outbound.PositionPart;
import io.rihla.schemas.outbound.TextPart;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** WAHA over its REST interface. */
public final class WahaClient implements Waha {
  private static final Logger LOG = LoggerFactory.getLogger(WahaClient.class);
  private static final Duration HINT_TIMEOUT = Duration.ofSeconds(3);
  private static final int RECENT = 30;
  private static final long CLOCK_SLACK_SECONDS = 30;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final URI base;
  private final String apiKey;
  private final URI media;
  private final Duration sendTimeout;

  /**
   * @param media where files of the catalog are, as WAHA sees it
   * @param sendTimeout how long WAHA may take over one message
   */
  public WahaClient(URI base, String apiKey, URI media, Duration sendTimeout) {
    this.base = base;
    this.apiKey = apiKey;
    this.media = media;
    this.sendTimeout = sendTimeout;
  }

  @Override
  public void seen(String session, String chatId, List<String> messageIds) {
    ObjectNode body = body(session, chatId);
    var full = body.putArray("messageIds");
    messageIds.forEach(id -> full.add("false_" + chatId + "_" + id));
    hint("/api/sendSeen", body);
  }

  @Override
  public void typing(String session, String chatId, boolean on) {
    hint(on ? "/api/startTyping" : "/api/stopTyping", body(session, chatId));
  }

  @Override
  public Answer<List<OwnMessage>> ownMessages(String session, String chatId, long since) {
    String path =
        "/api/%s/chats/%s/messages?limit=%d&downloadMedia=false&filter.fromMe=true&filter.timestamp.gte=%d"
            .formatted(encode(session), encode(chatId), RECENT, since / 1000 - CLOCK_SLACK_SECONDS);
    HttpRequest request = request(path).timeout(HINT_TIMEOUT).GET().build();
    return switch (call(request)) {
      case Answer.Done<JsonNode> done -> {
        List<OwnMessage> messages = new ArrayList<>();
        for (JsonNode message : done.value()) {
          if (message.path("fromMe").asBoolean()) {
            messages.add(ownMessage(message));
          }
        }
        yield new Answer.Done<>(messages);
      }
      case Answer.Retryable<JsonNode> retryable -> new Answer.Retryable<>(retryable.reason());
      case Answer.Refused<JsonNode> refused -> {
        LOG.error(
            "WAHA does not let us read the chat, so nothing is sent to it (with the NOWEB engine"
                + " enable its store): {}",
            refused.reason());
        yield new Answer.Refused<>(refused.reason());
      }
    };
  }

  @Override
  public Answer<String> send(String session, String chatId, String partId, PartContent content) {
    ObjectNode body = body(session, chatId).put("id", partId);
    String path =
        switch (content) {
          case TextPart text -> {
            body.put("text", text.text()).put("linkPreview", false);
            yield "/api/sendText";
          }
          case FilePart file -> {
            body.putObject("file")
                .put("mimetype", file.mimetype())
                .put("filename", file.filename())
                .put("url", absolute(file.url()));
            body.put("caption", file.caption());
            yield path(file.kind());
          }
          case PositionPart position -> {
            body.put("latitude", position.latitude())
                .put("longitude", position.longitude())
                .put("title", position.title());
            yield "/api/sendLocation";
          }
        };
    return switch (call(post(path, body).timeout(sendTimeout).build())) {
      case Answer.Done<JsonNode> done -> new Answer.Done<>(sentId(done.value(), partId));
      case Answer.Retryable<JsonNode> retryable -> new Answer.Retryable<>(retryable.reason());
      case Answer.Refused<JsonNode> refused -> new Answer.Refused<>(refused.reason());
    };
  }

  private static String path(FileKind kind) {
    return switch (kind) {
      case IMAGE -> "/api/sendImage";
      case DOCUMENT -> "/api/sendFile";
      case VIDEO -> "/api/sendVideo";
    };
  }

  /** NOWEB {@code {key:{id}}}, GOWS {@code {id}}, WEBJS {@code {id:{_serialized}}}. */
  private static String sentId(JsonNode answer, String partId) {
    for (String pointer : List.of("/key/id", "/id/_serialized", "/id/id", "/id")) {
      JsonNode id = answer.at(pointer);
      if (id.isTextual() && !id.asText().isEmpty()) {
        return MessageId.parse(id.asText()).bare();
      }
    }
    return partId;
  }

  private static OwnMessage ownMessage(JsonNode message) {
    return new OwnMessage(
        MessageId.parse(message.path("id").asText("unknown")).bare(),
        message.path("body").isTextual() ? message.path("body").asText() : null,
        message.path("hasMedia").asBoolean(),
        message.path("timestamp").asLong() * 1000);
  }

  private Answer<JsonNode> call(HttpRequest request) {
    try {
      HttpResponse<String> response =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      int status = response.statusCode();
      if (status / 100 == 2) {
        return new Answer.Done<>(
            response.body().isBlank() ? json.nullNode() : json.readTree(response.body()));
      }
      String reason = "WAHA answers %d: %s".formatted(status, shorten(response.body()));
      // 401 and 403 are a wrong key, 404 and 422 a session that is not (yet) there: people mend
      // them
      boolean fixable =
          status >= 500 || List.of(401, 403, 404, 408, 409, 422, 425, 429).contains(status);
      LOG.warn("{} {} {}", request.method(), request.uri().getPath(), reason);
      return fixable ? new Answer.Retryable<>(reason) : new Answer.Refused<>(reason);
    } catch (JsonProcessingException e) {
      return new Answer.Retryable<>("WAHA's answer is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      LOG.warn("{} {} {}", request.method(), request.uri().getPath(), e.toString());
      return new Answer.Retryable<>("WAHA does not answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Retryable<>("interrupted");
    }
  }

  private void hint(String path, ObjectNode body) {
    Answer<JsonNode> answer = call(post(path, body).timeout(HINT_TIMEOUT).build());
    if (!(answer instanceof Answer.Done<JsonNode>)) {
      LOG.debug("{} is only a hint: {}", path, answer);
    }
  }

  private HttpRequest.Builder post(String path, ObjectNode body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("X-Api-Key", apiKey);
  }

  private ObjectNode body(String session, String chatId) {
    return json.createObjectNode().put("session", session).put("chatId", chatId);
  }

  private String absolute(String url) {
    return url.startsWith("/") ? media + url : url;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String shorten(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300);
  }
}
