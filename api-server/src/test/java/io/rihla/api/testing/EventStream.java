package io.rihla.api.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A client of server-sent events, as browsers are. */
public final class EventStream implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final int status;
  private volatile String lastId = "";

  /** An event as it came. */
  public record Event(String kind, String id, JsonNode data) {
    public String text(String field) {
      return data.path(field).asText();
    }
  }

  public EventStream(URI uri, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).GET();
    headers.forEach(request::header);
    try {
      HttpResponse<Stream<String>> response = http.send(request.build(), BodyHandlers.ofLines());
      this.status = response.statusCode();
      if (status == 200) {
        Thread.ofVirtual().start(() -> read(response.body()));
      }
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read(Stream<String> lines) {
    Map<String, String> fields = new HashMap<>();
    try {
      lines.forEach(
          line -> {
            if (!line.isEmpty()) {
              int colon = line.indexOf(": ");
              fields.put(line.substring(0, colon), line.substring(colon + 2));
              return;
            }
            lastId = fields.getOrDefault("id", lastId);
            if (fields.containsKey("data")) {
              events.add(
                  new Event(fields.get("event"), fields.get("id"), json(fields.get("data"))));
            }
            fields.clear();
          });
    } catch (RuntimeException e) {
      // the connection ended
    }
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
  }

  public int status() {
    return status;
  }

  /** The id to go on from. */
  public String lastId() {
    return lastId;
  }

  /** What was told of one conversation. */
  public List<Event> of(String conversationId) {
    return events.stream()
        .filter(event -> event.text("conversation_id").equals(conversationId))
        .toList();
  }

  public List<Event> ofKind(String kind) {
    return events.stream().filter(event -> event.kind().equals(kind)).toList();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
