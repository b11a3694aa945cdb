package io.rihla.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rihla.schemas.config.ConfigurationException;
import io.rihla.schemas.config.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobsConfigTest {
  @Test
  void allFaultsAreTogetherAndNameTheirVariable() {
    Settings settings =
        new Settings(Map.of("JOBS_PARALLELISM", "none", "CLICKHOUSE_URL", "localhost"));
    JobsConfig.read(settings);

    assertThatThrownBy(settings::check)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("JOBS_PARALLELISM")
        .hasMessageContaining("CLICKHOUSE_URL")
        .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS");
  }

  @Test
  void thePasswordIsNotPrinted() {
    Settings settings =
        new Settings(
            Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092", "CLICKHOUSE_PASSWORD", "geheim-42"));

    assertThat(JobsConfig.read(settings).toString()).doesNotContain("geheim-42");
  }

  @Test
  void limitsAreIsoDurationsAndPricesAreNumbers() {
    Settings settings =
        new Settings(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                "DROP_OFF_LEADS", "PT12H",
                "DROP_OFF_INTEREST", "a week",
                "AI_PRICE_INPUT", "-1"));

    assertThat(JobsConfig.read(settings).measures().limits().leads())
        .isEqualTo(Duration.ofHours(12));
    assertThatThrownBy(settings::check)
        .hasMessageContaining("DROP_OFF_INTEREST")
        .hasMessageContaining("P3D")
        .hasMessageContaining("AI_PRICE_INPUT");
  }

  @Test
  void jobsAreChosenByName() {
    assertThat(StreamJobs.chosen(new String[0])).contains("archive");
    assertThat(StreamJobs.chosen(new String[] {"--jobs", "archive"})).containsExactly("archive");
    assertThatThrownBy(() -> StreamJobs.chosen(new String[] {"--jobs", "arhive"}))
        .hasMessageContaining("arhive")
        .hasMessageContaining("archive");
  }
}
