package io.rihla.launcher.verify.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.clickhouse.ClickHouseTables;
import io.rihla.launcher.clickhouse.EngineLibrary;
import io.rihla.launcher.clickhouse.Progress;
import io.rihla.launcher.clickhouse.TableScript;
import io.rihla.launcher.demo.AnswerKey;
import io.rihla.launcher.demo.SeasonTables;
import io.rihla.launcher.local.Ports;
import io.rihla.launcher.verify.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What plain SQL counts from the log alone is what was decided to happen. */
class RecountIT {
  @TempDir static Path folder;
  private static Process engine;
  private static ClickHouseClient clickhouse;
  private static AnswerKey key;

  @BeforeAll
  static void fill() throws Exception {
    int port = new Ports(folder.resolve("ports")).free("clickhouse");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "io.rihla.launcher.clickhouse.EmbeddedClickHouse");
    builder
        .environment()
        .putAll(
            Map.of(
                "TZ",
                "UTC",
                "CLICKHOUSE_LIBRARY",
                new EngineLibrary(EngineLibrary.userCache(System.getenv()), Progress.standard())
                    .locate()
                    .toString(),
                "CLICKHOUSE_DATA",
                folder.resolve("clickhouse").toString(),
                "CLICKHOUSE_PORT",
                Integer.toString(port),
                "CLICKHOUSE_PASSWORD",
                "a password of tests",
                "CLICKHOUSE_ANALYST_PASSWORD",
                "another password of tests"));
    engine =
        builder
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("clickhouse.log").toFile())
            .start();
    clickhouse = new ClickHouseClient("http://127.0.0.1:" + port, "rihla", "a password of tests");
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(() -> clickhouse.run("SELECT 1", Map.of()).startsWith("1"));
    new ClickHouseTables(clickhouse).update(TableScript.all());
    key = SeasonTables.fill(clickhouse, 800, 30, 11).key();
  }

  @AfterAll
  static void stop() throws Exception {
    engine.destroyForcibly().waitFor();
  }

  @Test
  void journeys() throws Exception {
    assertThat(
            ask(
                "journeys",
                "concat(toString(count()), ' ', toString(countIf(step != 'LEADS')), ' ',"
                    + " toString(countIf(step IN ('BOOKING', 'PAID'))), ' ',"
                    + " toString(countIf(step = 'PAID')))"))
        .isEqualTo(key.funnel().get("total").get("").words());
    key.funnel()
        .get("prompt_version")
        .forEach(
            (prompt, steps) ->
                assertThat(answer("journeys", "countIf(prompt_version = '" + prompt + "')"))
                    .as(prompt)
                    .isEqualTo(Long.toString(steps.leads())));
  }

  @Test
  void dropOffs() {
    key.dropOffs()
        .forEach(
            (phase, silences) ->
                assertThat(
                        answer(
                            "drop-offs",
                            "concat(toString(count()), ' ', toString(countIf(ended_by ="
                                + " 'RETURNED')), ' ', toString(countIf(ended_by = 'CLOSED')))",
                            "splitByChar('/', key)[3] = '" + phase + "'"))
                    .as(phase)
                    .isEqualTo(
                        "%d %d %d"
                            .formatted(
                                silences.dropped(), silences.returned(), silences.closed())));
  }

  @Test
  void answers() {
    assertThat(
            answer(
                "answers",
                "concat(toString(count()), ' ', toString(quantileExact(0.5)(response_ms)), ' ',"
                    + " toString(quantileExact(0.95)(response_ms)))",
                "response_ms >= 0"))
        .isEqualTo(
            "%d %d %d"
                .formatted(key.response().count(), key.response().p50(), key.response().p95()));
  }

  @Test
  void episodes() {
    assertThat(
            answer(
                "episodes",
                "concat(toString(count()), ' ', toString(countIf(successful)), ' ',"
                    + " toString(countIf(notEmpty(escalations))))"))
        .isEqualTo(
            "%d %d %d"
                .formatted(
                    key.episodes().episodes(),
                    key.episodes().successful(),
                    key.episodes().escalated()));
  }

  @Test
  void campaigns() {
    key.campaigns()
        .forEach(
            (code, campaign) ->
                assertThat(
                        answer(
                            "campaigns",
                            "concat(toString(sum(leads_)), ' ', toString(sum(bookings_)), ' ',"
                                + " toString(sum(payments_)))",
                            "splitByChar('/', key)[2] = 'FIRST' AND splitByChar('/', key)[3] = '"
                                + code
                                + "'"))
                    .as(code)
                    .isEqualTo(
                        "%d %d %d"
                            .formatted(
                                campaign.journeys().leads(),
                                campaign.journeys().booking(),
                                campaign.journeys().paid())));
  }

  @Test
  void whatTheJobsDoNotKnowIsNamed() throws Exception {
    // nothing computed anything here
    Finding finding = new Comparison("journeys", "all").compare(clickhouse, settings());
    assertThat(finding.holds()).isFalse();
    assertThat(finding.violations().getFirst().customer()).startsWith("c_");
    assertThat(finding.violations().getFirst().what()).contains("is not there", "opened_at");
    assertThat(finding.remarks()).singleElement().asString().endsWith("rows differ");
    FiguresRun run = new FiguresRun("", clickhouse, settings());
    assertThat(new KeyComparison(run, key).findings())
        .filteredOn(found -> !found.holds())
        .extracting(Finding::rule)
        .contains("key-funnel", "key-drop-offs", "key-episodes")
        .doesNotContain("key-events");
  }

  private static String answer(String file, String figures) {
    return answer(file, figures, "1");
  }

  private static String answer(String file, String figures, String where) {
    try {
      return ask(file, figures, where);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String ask(String file, String figures) throws IOException, InterruptedException {
    return ask(file, figures, "1");
  }

  private static String ask(String file, String figures, String where)
      throws IOException, InterruptedException {
    try (InputStream text = RecountIT.class.getResourceAsStream("/verify/" + file + ".sql")) {
      String expected =
          new String(text.readAllBytes(), StandardCharsets.UTF_8).split("\n==\n", 2)[0];
      return clickhouse
          .run(
              "SELECT " + figures + " FROM (\n" + expected + "\n) WHERE " + where + " FORMAT TSV",
              settings())
          .strip();
    }
  }

  private static Map<String, String> settings() {
    return Map.of(
        "database", "rihla",
        "param_zone", "Asia/Jakarta",
        "param_leads", "259200",
        "param_interest", "604800",
        "param_booking", "259200",
        "param_as_of", Long.toString(key.until()));
  }
}
