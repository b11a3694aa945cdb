package io.rihla.functions.brain.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A server that speaks OpenAI's chat completions and behaves as badly as it is told to. */
public final class FakeOpenAi implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How one request is answered. */
  public sealed interface Behaviour {
    /** A completion whose content the function makes of the request. */
    record Says(Function<Request, String> content) implements Behaviour {}

    record Fails(int status) implements Behaviour {}

    /** Nothing comes back before the server ends. */
    record Hangs() implements Behaviour {}

    /** The headers come, the body never ends. */
    record Stalls() implements Behaviour {}

    record Late(Duration by, Behaviour then) implements Behaviour {}

    /** An outage that ends by itself. */
    record Until(Instant end, Behaviour during, Behaviour then) implements Behaviour {}

    record Truncates(String content) implements Behaviour {}
  }

  /** What the model was asked. */
  public record Request(JsonNode body) {
    public String system() {
      return body.at("/messages/0/content").asText();
    }

    public String customer() {
      return body.at("/messages/1/content").asText();
    }

    public int messages() {
      return body.at("/messages").size();
    }
  }

  private final HttpServer server;
  private final Queue<Behaviour> script = new ConcurrentLinkedQueue<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Behaviour otherwise = new Behaviour.Fails(500);

  public FakeOpenAi(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/chat/completions", this::answer);
    server.start();
  }

  /** The next requests are answered so, one after the other. */
  public FakeOpenAi then(Behaviour... behaviours) {
    script.addAll(List.of(behaviours));
    return this;
  }

  /** Every request the script does not cover is answered so. */
  public FakeOpenAi always(Behaviour behaviour) {
    otherwise = behaviour;
    return this;
  }

  public static Behaviour says(String content) {
    return new Behaviour.Says(request -> content);
  }

  public URI baseUrl() {
    return URI.create("http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort()));
  }

  public List<Request> requests() {
    return requests;
  }

  private void answer(HttpExchange exchange) throws IOException {
    Request request = new Request(JSON.readTree(exchange.getRequestBody()));
    requests.add(request);
    Behaviour next = script.poll();
    try (exchange) {
      play(exchange, request, next == null ? otherwise : next);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void play(HttpExchange exchange, Request request, Behaviour behaviour)
      throws IOException, InterruptedException {
    switch (behaviour) {
      case Behaviour.Says says ->
          send(exchange, 200, completion(says.content().apply(request), "stop"));
      case Behaviour.Truncates cut -> send(exchange, 200, completion(cut.content(), "length"));
      case Behaviour.Fails fails ->
          send(exchange, fails.status(), "{\"error\":{\"message\":\"no\",\"type\":\"fake\"}}");
      case Behaviour.Hangs hangs -> closed.await();
      case Behaviour.Stalls stalls -> {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        closed.await();
      }
      case Behaviour.Until outage ->
          play(
              exchange,
              request,
              Instant.now().isBefore(outage.end()) ? outage.during() : outage.then());
      case Behaviour.Late late -> {
        if (!closed.await(late.by().toMillis(), TimeUnit.MILLISECONDS)) {
          play(exchange, request, late.then());
        }
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String completion(String content, String finish) throws IOException {
    return JSON.writeValueAsString(
        Map.of(
            "id",
            "fake-1",
            "object",
            "chat.completion",
            "created",
            1,
            "model",
            "fake",
            "choices",
            List.of(
                Map.of(
                    "index",
                    0,
                    "message",
                    Map.of("role", "assistant", "content", content),
                    "finish_reason",
                    finish)),
            "usage",
            Map.of("prompt_tokens", 700, "completion_tokens", 50, "total_tokens", 750)));
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
