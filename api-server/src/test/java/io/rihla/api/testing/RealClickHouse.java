package io.rihla.api.testing;

import io.rihla.schemas.codec.RecordData;
import io.rihla.schemas.conversation.ConversationEvent;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A ClickHouse process with the schemas' tables, out of the engine in the user's cache. */
public final class RealClickHouse implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final String url;

  public RealClickHouse() {
    Path library = library();
    Assumptions.assumeTrue(
        Files.exists(library), "no ClickHouse engine at " + library + ": rihla up fetches it");
    int port = Broker.freePort();
    this.url = "http://127.0.0.1:" + port;
    try {
      this.process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-Xmx64m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  ClickHouseChild.class.getName(),
                  library.toString(),
                  Files.createTempDirectory("rihla-clickhouse").toString(),
                  Integer.toString(port))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::answers);
    run("", "CREATE DATABASE rihla");
    for (String script : scripts()) {
      for (String statement : script.split(";\\s*\n")) {
        if (!statement.isBlank()) {
          run("rihla", statement);
        }
      }
    }
  }

  public String url() {
    return url;
  }

  /** What the archive job does with an event. */
  public void insert(ConversationEvent event) {
    run(
        "rihla",
        """
        INSERT INTO events FORMAT JSONEachRow
        {"event_id":"%s","event_type":"%s","event_time":%d,"recorded_at":%d,"customer_key":"%s",\
        "conversation_id":"%s","journey":%d,"session":"%s","seq":%d,"cause":"%s","actor":"%s",\
        "payload":%s,"source_partition":0,"source_offset":%d}"""
            .formatted(
                event.eventId(),
                event.payload().getClass().getSimpleName(),
                event.eventTime(),
                event.recordedAt(),
                event.customerKey(),
                event.conversationId(),
                event.journey(),
                event.session(),
                event.seq(),
                event.cause(),
                event.actor(),
                RecordData.json(event.payload()),
                event.seq()));
  }

  public void run(String database, String sql) {
    HttpResponse<String> response = post("/?database=" + database, sql);
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.body());
    }
  }

  private boolean answers() {
    try {
      return post("/?query=SELECT%201", "").statusCode() == 200;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private HttpResponse<String> post(String path, String body) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(url + path))
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path library() {
    String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    Path folder =
        cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
    return folder.resolve("rihla/chdb-26.7.3-stable.1-linux-x64/libchdb.so");
  }

  /** All table scripts of the schemas, in their order. */
  private static List<String> scripts() {
    try {
      URI folder = RealClickHouse.class.getResource("/clickhouse").toURI();
      if (!folder.getScheme().equals("jar")) {
        return read(Path.of(folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
        return read(jar.getPath("/clickhouse"));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.sorted(Comparator.comparing(RealClickHouse::version)).toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    }
  }

  private static int version(Path file) {
    return Integer.parseInt(file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"));
  }

  /** Takes it away as a crash would. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** The rows of a query as JSON, a line each. */
  public String ask(String sql) {
    HttpResponse<String> response = post("/?database=rihla&default_format=JSONEachRow", sql);
    if (response.statusCode() != 200) {
      throw new IllegalStateException(sql + ": " + response.body());
    }
    return response.body();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    http.shutdownNow();
  }
}
