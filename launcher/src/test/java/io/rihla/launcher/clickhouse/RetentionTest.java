package io.rihla.launcher.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rihla.schemas.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows past their time are dropped, and kept again when the limit is taken away. */
class RetentionTest {
  @TempDir static Path folder;

  @Test
  void whatIsPastItsTimeGoesAndWhereACustomerStandsStays() throws Exception {
    try (RunningClickHouse clickHouse = new RunningClickHouse(folder)) {
      new Retention(90, 0).apply(clickHouse.owner);
      event(clickHouse, "old", 100);
      event(clickHouse, "new", 80);
      event(clickHouse, "paid", "PaymentRecorded", 100);
      journey(clickHouse, 100);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                clickHouse.insert("OPTIMIZE TABLE events FINAL");
                return ask(clickHouse, "SELECT arraySort(groupArray(event_id)) FROM events")
                    .equals("['new','paid']");
              });
      assertThat(ask(clickHouse, "SELECT count() FROM conversations")).isEqualTo("3");
      assertThat(ask(clickHouse, "SELECT count() FROM journeys FINAL")).isEqualTo("1");
      assertThat(definition(clickHouse)).contains("toIntervalDay(90)");

      assertThat(new Retention(90, 0).apply(clickHouse.owner)).as("nothing to change").isEmpty();
      Retention.FOR_EVER.apply(clickHouse.owner);
      assertThat(definition(clickHouse)).doesNotContain("TTL");
      event(clickHouse, "older", 200);
      clickHouse.insert("OPTIMIZE TABLE events FINAL");
      assertThat(ask(clickHouse, "SELECT count() FROM events")).isEqualTo("3");

      new Retention(60, 60).apply(clickHouse.owner);
      assertThat(ask(clickHouse, WITH_LIMIT)).as("every table of both kinds").isEqualTo("14");
    }
  }

  private static final String WITH_LIMIT =
      "SELECT count() FROM system.tables WHERE database = 'rihla' AND engine_full LIKE '% TTL %'";

  @Test
  void aTimeThatIsTooShortIsRefusedByName() {
    Settings settings = new Settings(Map.of("RIHLA_KEEP_EVENTS_DAYS", "7"));
    Retention.read(settings);
    assertThatThrownBy(settings::check)
        .hasMessageContaining("RIHLA_KEEP_EVENTS_DAYS")
        .hasMessageContaining("at least 60");
    assertThat(Retention.read(new Settings(Map.of()))).isEqualTo(Retention.FOR_EVER);
  }

  private static void event(RunningClickHouse clickHouse, String id, int daysAgo) throws Exception {
    event(clickHouse, id, "MessageReceived", daysAgo);
  }

  private static void event(RunningClickHouse clickHouse, String id, String type, int daysAgo)
      throws Exception {
    clickHouse.insert(
        """
        INSERT INTO events (event_id, event_type, event_time, recorded_at, customer_key, conversation_id, journey, seq, payload)
        SELECT '%1$s', '%3$s', now64(3) - INTERVAL %2$d DAY, now64(3), 'c_%1$s', 'conv_%1$s', 1, 1, '{"text":"halo"}'
        """
            .formatted(id, daysAgo, type));
  }

  private static void journey(RunningClickHouse clickHouse, int daysAgo) throws Exception {
    clickHouse.insert(
        "INSERT INTO journeys (customer_key, journey, opened_at, version) SELECT 'c_old', 1, now64(3) - INTERVAL %d DAY, 1"
            .formatted(daysAgo));
  }

  private static String definition(RunningClickHouse clickHouse) throws Exception {
    return ask(
        clickHouse,
        "SELECT engine_full FROM system.tables WHERE database = 'rihla' AND name = 'events'");
  }

  private static String ask(RunningClickHouse clickHouse, String sql) throws Exception {
    return clickHouse
        .owner
        .run(sql + " FORMAT TSV", Map.of("database", ClickHouseTables.DATABASE))
        .strip();
  }
}
