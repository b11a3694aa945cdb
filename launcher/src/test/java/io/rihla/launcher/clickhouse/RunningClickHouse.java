package io.rihla.launcher.clickhouse;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** The embedded ClickHouse as a run starts it, with all tables, and its two users. */
final class RunningClickHouse implements AutoCloseable {
  private static final String PASSWORD = "password-of-the-owner";
  private static final String ANALYST_PASSWORD = "password-of-the-analyst";

  private final Process process;
  final ClickHouseClient owner;
  final ClickHouseClient analyst;

  RunningClickHouse(Path folder) throws Exception {
    Path library = library();
    Assumptions.assumeTrue(
        Files.exists(library), "no ClickHouse engine at " + library + ": rihla up fetches it");
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedClickHouse.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder
        .environment()
        .putAll(
            Map.of(
                "CLICKHOUSE_LIBRARY",
                library.toString(),
                "CLICKHOUSE_DATA",
                folder.resolve("tables").toString(),
                "CLICKHOUSE_PORT",
                Integer.toString(port),
                "CLICKHOUSE_PASSWORD",
                PASSWORD,
                "CLICKHOUSE_ANALYST_PASSWORD",
                ANALYST_PASSWORD,
                "TZ",
                "UTC"));
    this.process = builder.start();
    String url = "http://127.0.0.1:" + port;
    this.owner = new ClickHouseClient(url, "rihla", PASSWORD);
    this.analyst = new ClickHouseClient(url, "analyst", ANALYST_PASSWORD);
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::answers);
    new ClickHouseTables(owner).update(TableScript.all());
    new MaskedViews(owner).update();
  }

  void insert(String sql) throws IOException, InterruptedException {
    owner.run(sql, Map.of("database", ClickHouseTables.DATABASE));
  }

  String analyst(String sql) throws IOException, InterruptedException {
    return analyst.run(
        sql, Map.of("database", MaskedViews.DATABASE, "default_format", "JSONEachRow"));
  }

  private boolean answers() throws InterruptedException {
    try {
      return owner.run("SELECT 1", Map.of()).startsWith("1");
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Path library() {
    return EngineLibrary.userCache(System.getenv())
        .resolve("chdb-26.7.3-stable.1-linux-x64/libchdb.so");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
