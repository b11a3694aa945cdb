package io.rihla.launcher.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user analyst can ask, and what it cannot, of the embedded ClickHouse of a run. */
class AnalystTest {
  private static final String PHONE = "6281234567890";
  private static final String NAME = "Siti Aminah";
  private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

  @TempDir static Path folder;
  private static RunningClickHouse clickHouse;

  @BeforeAll
  static void start() throws Exception {
    clickHouse = new RunningClickHouse(folder);
    for (String statement :
        text(Path.of("src/test/resources/analyst/people.sql"))
            .replace("PHONE", PHONE)
            .replace("NAME", NAME)
            .split(";\\s*\n")) {
      if (!statement.isBlank()) {
        clickHouse.insert(statement);
      }
    }
  }

  @AfterAll
  static void stop() {
    if (clickHouse != null) {
      clickHouse.close();
    }
  }

  @ParameterizedTest
  @MethodSource("queriesOfThePage")
  void everyQueryOfThePageRuns(String sql) throws Exception {
    assertThat(clickHouse.analyst(sql)).isNotNull();
  }

  static List<String> queriesOfThePage() throws Exception {
    List<String> queries = new ArrayList<>();
    Matcher matcher = SQL.matcher(text(Path.of("../docs/sql.md")));
    while (matcher.find()) {
      queries.add(matcher.group(1).strip());
    }
    assertThat(queries).hasSizeGreaterThanOrEqualTo(15);
    return queries;
  }

  @ParameterizedTest
  @MethodSource("queriesOfTheDashboard")
  void everyPanelOfTheGrafanaDashboardRuns(String sql) throws Exception {
    String asked =
        sql.replace("$__fromTime", "toDateTime('2026-01-01 00:00:00')")
            .replace("$__toTime", "toDateTime('2030-01-01 00:00:00')");
    assertThat(asked).doesNotContain("$");
    assertThat(clickHouse.analyst(asked)).isNotNull();
  }

  static List<String> queriesOfTheDashboard() throws Exception {
    JsonNode dashboard = new ObjectMapper().readTree(text(Path.of("../docs/grafana/rihla.json")));
    List<String> queries = dashboard.findValuesAsText("rawSql");
    assertThat(queries).hasSizeGreaterThan(10);
    return queries;
  }

  @Test
  void noTableShowsWhoSomebodyIs() throws Exception {
    List<String> tables =
        clickHouse
            .analyst(
                "SELECT name FROM system.tables WHERE database = 'masked' ORDER BY name FORMAT TSV")
            .lines()
            .toList();
    assertThat(tables)
        .contains("events", "messages", "conversations", "leads", "journeys", "questions_asked");
    for (String table : tables) {
      assertThat(clickHouse.analyst("SELECT * FROM `" + table + "`"))
          .as(table)
          .doesNotContain(PHONE, PHONE.substring(2), NAME);
    }
  }

  @Test
  void whatHappenedIsStillTold() throws Exception {
    assertThat(clickHouse.analyst("SELECT text FROM messages"))
        .contains("mau UMR_MAR_2027_HEMAT, wa ***");
    assertThat(
            clickHouse.analyst(
                "SELECT payload.kind.:String AS kind, payload.phone.:String AS phone FROM events WHERE seq = 1"))
        .isEqualTo("{\"kind\":\"TEXT\",\"phone\":\"***\"}\n");
    assertThat(clickHouse.analyst("SELECT phone, name, phase FROM conversations"))
        .isEqualTo("{\"phone\":\"62812***890\",\"name\":\"***\",\"phase\":\"LEADS\"}\n");
    assertThat(clickHouse.analyst("SELECT count() AS n FROM journeys"))
        .as("a corrected row counts once")
        .isEqualTo("{\"n\":1}\n");
    assertThat(
            clickHouse.analyst(
                "SELECT comment FROM system.columns WHERE database = 'masked' AND table = 'journeys' AND name = 'opened_at'"))
        .contains("JourneyOpened");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM rihla.events",
        "SELECT phone FROM rihla.conversations",
        "SELECT * FROM file('/etc/hostname', 'LineAsString')",
        "SELECT * FROM url('http://127.0.0.1:1', 'LineAsString')",
        "INSERT INTO masked.messages (text) VALUES ('x')",
        "DROP VIEW masked.messages",
        "CREATE TABLE masked.mine (x Int8) ENGINE = Memory",
        "SELECT * FROM system.users",
        "SELECT * FROM executable('x', 'TSV', 'x String')",
        "SET max_execution_time = 0"
      })
  void anythingElseIsRefused(String sql) {
    assertThatThrownBy(() -> clickHouse.analyst(sql))
        .isInstanceOf(ClickHouseClient.StatementFailed.class);
  }

  @Test
  void aHeavyQueryIsEnded() {
    assertThatThrownBy(
            () -> clickHouse.analyst("SELECT groupArray(toString(number)) FROM numbers(100000000)"))
        .hasMessageContaining("memory");
  }

  @Test
  void settingUpAgainChangesNothing() throws Exception {
    new MaskedViews(clickHouse.owner).update();
    noTableShowsWhoSomebodyIs();
  }

  private static String text(Path file) throws Exception {
    return Files.readString(file);
  }
}
