package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The other end of the webhooks; it can refuse a number of them. */
final class WebhookReceiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Webhook> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();

  record Webhook(byte[] bytes, JsonNode json, String signature, String algorithm, boolean refused) {
    String event() {
      return json.get("event").asText();
    }

    JsonNode payload() {
      return json.get("payload");
    }
  }

  WebhookReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/hook",
        exchange -> {
          byte[] bytes = exchange.getRequestBody().readAllBytes();
          boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
          received.add(
              new Webhook(
                  bytes,
                  new ObjectMapper().readTree(bytes),
                  exchange.getRequestHeaders().getFirst("X-Webhook-Hmac"),
                  exchange.getRequestHeaders().getFirst("X-Webhook-Hmac-Algorithm"),
                  refused));
          exchange.sendResponseHeaders(refused ? 400 : 200, -1);
          exchange.close();
        });
    server.createContext(
        "/picture.jpg",
        exchange -> {
          byte[] picture = MediaFolder.readyMade("hotel.jpg");
          exchange.sendResponseHeaders(200, picture.length);
          exchange.getResponseBody().write(picture);
          exchange.close();
        });
    server.start();
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** The next ones are answered 400. */
  void refuse(int count) {
    refusals.set(count);
  }

  List<Webhook> all() {
    return received;
  }

  List<Webhook> accepted(String event) {
    return received.stream()
        .filter(webhook -> !webhook.refused() && webhook.event().equals(event))
        .toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
