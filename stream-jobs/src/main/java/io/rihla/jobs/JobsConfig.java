package io.rihla.jobs;

import io.rihla.jobs.sink.ClickHouseAddress;
import io.rihla.schemas.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the jobs need to know, read once at the start.
 *
 * @param stateDirectory where the jobs keep their checkpoints when they bring their own Flink;
 *     empty when they run inside a Flink cluster, which knows itself
 * @param restoreFrom the savepoint to go on from, once, instead of the newest checkpoint there
 * @param restPort where Flink answers for its health, on loopback; 0 for any free port
 */
public record JobsConfig(
    Optional<Path> stateDirectory,
    Optional<String> restoreFrom,
    int restPort,
    int parallelism,
    Duration checkpointInterval,
    String bootstrapServers,
    ClickHouseAddress clickHouse,
    Measures measures) {
  private static final String DATABASE = "rihla";

  public static JobsConfig read(Settings settings) {
    return new JobsConfig(
        settings.optional("JOBS_STATE_DIR").map(Path::of),
        settings.optional("JOBS_RESTORE_FROM"),
        settings.port("JOBS_REST_PORT", 8081),
        settings.number("JOBS_PARALLELISM", 2, 1, 128),
        Duration.ofMillis(settings.number("JOBS_CHECKPOINT_INTERVAL_MS", 1000, 100, 600_000)),
        settings.required("KAFKA_BOOTSTRAP_SERVERS", "give host:port of a Kafka broker"),
        new ClickHouseAddress(
            settings.url("CLICKHOUSE_URL", "http://127.0.0.1:8123"),
            DATABASE,
            settings.text("CLICKHOUSE_USER", "rihla"),
            settings.text("CLICKHOUSE_PASSWORD", "")),
        Measures.read(settings));
  }
}
