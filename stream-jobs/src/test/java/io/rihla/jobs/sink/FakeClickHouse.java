package io.rihla.jobs.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Behaves as ClickHouse does for inserts: a block whose token it knows is accepted and dropped, one
 * with a row it cannot read is refused whole. Faults can be ordered.
 */
public final class FakeClickHouse implements AutoCloseable {
  /** What happens to an insert. */
  public enum Fault {
    NONE,
    UNAVAILABLE,
    /** The rows are in, the client hears 503. */
    ACCEPTED_UNHEARD,
    /** The rows are in, the connection breaks. */
    ACCEPTED_CUT
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern INSERT = Pattern.compile("INSERT INTO [`\"]?(\\w+)[`\"]?.*");
  private static final int INCORRECT_DATA = 117;

  private final HttpServer server;
  private final Supplier<Fault> faults;
  private final Map<String, List<JsonNode>> tables = new HashMap<>();
  private final Set<String> tokens = new HashSet<>();
  private int repeated;
  private int inserts;

  public FakeClickHouse(Supplier<Fault> faults) throws IOException {
    this.faults = faults;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public ClickHouseAddress address() {
    return new ClickHouseAddress(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
        "rihla",
        "rihla",
        "secret");
  }

  /** Every row of the table as often as it was inserted. */
  public synchronized List<JsonNode> rows(String table) {
    return List.copyOf(tables.getOrDefault(table, List.of()));
  }

  /** How many inserts came again under a token that was known. */
  public synchronized int repeated() {
    return repeated;
  }

  public synchronized int inserts() {
    return inserts;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Map<String, String> query = query(exchange.getRequestURI());
    Fault fault = faults.get();
    int status = fault == Fault.UNAVAILABLE ? 503 : insert(query, body);
    if (fault == Fault.ACCEPTED_CUT) {
      exchange.close();
      return;
    }
    if (status == 400) {
      exchange.getResponseHeaders().add("X-ClickHouse-Exception-Code", "" + INCORRECT_DATA);
    }
    String answer =
        status == 400 ? "Code: 117. DB::Exception: JSON object should start with '{'" : "";
    exchange.sendResponseHeaders(fault == Fault.ACCEPTED_UNHEARD ? 503 : status, answer.length());
    exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  private synchronized int insert(Map<String, String> query, byte[] body) throws IOException {
    Matcher insert = INSERT.matcher(query.get("query"));
    if (!insert.matches() || !"0".equals(query.get("async_insert"))) {
      return 500;
    }
    inserts++;
    List<JsonNode> rows = new ArrayList<>();
    for (String line : new String(body, StandardCharsets.UTF_8).lines().toList()) {
      rows.add(JSON.readTree(line));
    }
    if (rows.stream().anyMatch(row -> row.has("payload") && !row.get("payload").isObject())) {
      return 400;
    }
    String table = insert.group(1);
    if (tokens.add(table + "/" + query.get("insert_deduplication_token"))) {
      tables.computeIfAbsent(table, name -> new ArrayList<>()).addAll(rows);
    } else {
      repeated++;
    }
    return 200;
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new HashMap<>();
    for (String pair : uri.getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
