package io.rihla.api.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small WAHA: knows lids and the messages of chats, pages as WAHA does, fails when told to. */
public final class FakeWaha implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, String> phones = new ConcurrentHashMap<>();
  private final Map<String, List<Written>> chats = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final String session;
  private volatile boolean failing;

  private record Written(long second, String json) {}

  public FakeWaha() {
    this("default");
  }

  public FakeWaha(String session) {
    this.session = session;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/api/" + session + "/", this::answer);
    server.createContext("/api/sessions", this::sessions);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public void knows(String lid, String phone) {
    phones.put(lid, phone);
  }

  public void failing(boolean failing) {
    this.failing = failing;
  }

  /** Raw request lines, as they came. */
  public List<String> requests() {
    return requests;
  }

  public void wrote(String chat, String id, long second, boolean fromMe, String source) {
    String json =
        """
        {"id":"%s_%s_%s","timestamp":%d,"from":"%s","fromMe":%s,"source":"%s","body":"text of %s"}"""
            .formatted(fromMe, chat, id, second, chat, fromMe, source, id);
    chats.computeIfAbsent(chat, key -> new CopyOnWriteArrayList<>()).add(new Written(second, json));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String raw = exchange.getRequestURI().getRawPath();
    requests.add(raw);
    if (failing) {
      send(exchange, 500, "{\"exception\":{\"message\":\"told to\"}}");
      return;
    }
    String path = exchange.getRequestURI().getPath().substring(("/api/" + session + "/").length());
    if (path.startsWith("lids/")) {
      String lid = path.substring("lids/".length());
      String phone = phones.get(lid);
      send(
          exchange,
          200,
          "{\"lid\":\"%s\",\"pn\":%s}"
              .formatted(lid, phone == null ? "null" : "\"" + phone + "@c.us\""));
    } else if (path.equals("chats/overview")) {
      List<String> all = new ArrayList<>();
      chats.forEach(
          (chat, written) ->
              all.add(
                  "{\"id\":\"%s\",\"lastMessage\":%s}".formatted(chat, written.getLast().json())));
      send(exchange, 200, page(all, exchange));
    } else {
      String chat = path.substring("chats/".length(), path.lastIndexOf('/'));
      long from = number(exchange, "filter.timestamp.gte");
      send(
          exchange,
          200,
          page(
              chats.getOrDefault(chat, List.of()).reversed().stream()
                  .filter(written -> written.second() >= from)
                  .map(Written::json)
                  .toList(),
              exchange));
    }
  }

  private void sessions(HttpExchange exchange) throws IOException {
    requests.add("/api/sessions");
    send(
        exchange,
        failing ? 500 : 200,
        "[{\"name\":\"%s\",\"status\":\"WORKING\"}]".formatted(session));
  }

  private static String page(List<String> all, HttpExchange exchange) {
    return "["
        + String.join(
            ",",
            all.stream().skip(number(exchange, "offset")).limit(number(exchange, "limit")).toList())
        + "]";
  }

  private static long number(HttpExchange exchange, String name) {
    for (String pair : exchange.getRequestURI().getQuery().split("&")) {
      if (pair.startsWith(name + "=")) {
        return Long.parseLong(pair.substring(name.length() + 1));
      }
    }
    return 0;
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
