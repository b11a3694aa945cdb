package io.rihla.jobs.questions.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Speaks OpenAI's embeddings: a text's vector points to where its first word says. */
final class FakeEmbeddings implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DIMENSIONS = 64;

  final AtomicInteger asked = new AtomicInteger();
  volatile boolean failing;
  private final HttpServer server;

  FakeEmbeddings() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/embeddings", this::answer);
    server.start();
  }

  EmbeddingEndpoint endpoint() {
    return new EmbeddingEndpoint(
        "http://127.0.0.1:" + server.getAddress().getPort() + "/v1", "key", "tiny");
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    JsonNode input = JSON.readTree(exchange.getRequestBody()).path("input");
    String text = (input.isArray() ? input.get(0) : input).asText();
    byte[] body =
        failing
            ? "{\"error\":{\"message\":\"out of order\"}}".getBytes(StandardCharsets.UTF_8)
            : """
              {"object":"list","model":"tiny","usage":{"prompt_tokens":3,"total_tokens":3},
               "data":[{"object":"embedding","index":0,"embedding":[%s]}]}"""
                .formatted(vector(text))
                .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(failing ? 500 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String vector(String text) {
    java.util.Random random = new java.util.Random(text.split(" ", 2)[0].hashCode());
    return IntStream.range(0, DIMENSIONS)
        .mapToObj(at -> Double.toString(random.nextGaussian()))
        .collect(Collectors.joining(","));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
