package io.rihla.launcher.bench;

import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.clickhouse.ClickHouseTables;
import io.rihla.launcher.demo.KafkaSeason;
import io.rihla.launcher.demo.Season;
import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Endpoints;
import io.rihla.launcher.local.Ports;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.local.Secrets;
import io.rihla.launcher.run.LocalRun;
import io.rihla.launcher.run.Setup;
import io.rihla.launcher.run.TableOwner;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many events a second the jobs bring from Kafka into ClickHouse, beside a job that reads the
 * same log and throws it away. Each time the log is read from its beginning into empty tables.
 */
record JobsThroughput(DataDirectory data, Map<String, String> environment) {
  /** All that is needed beside the jobs. */
  static final List<String> NEEDED =
      LocalRun.ALL.stream().filter(List.of("kafka", "clickhouse")::contains).toList();

  private static final int CUSTOMERS = 5_000;
  private static final int DAYS = 60;
  private static final List<String> HEAP = List.of("-Xmx512m");
  private static final String ALL = "archive,funnel,dropoff,campaigns,performance,questions";

  List<Figure> measure() throws IOException, InterruptedException {
    String kafka = endpoints().kafka();
    ClickHouseClient tables = TableOwner.of(data, environment);
    KafkaSeason.write(season(), kafka);
    List<Figure> figures = new ArrayList<>();
    double bare = 0;
    for (String jobs : List.of("discard", "archive,funnel", ALL)) {
      tables.run("DROP DATABASE " + ClickHouseTables.DATABASE + " SYNC", Map.of());
      new Setup(kafka, tables).run();
      double perSecond;
      long events;
      try (Drain drain = new Drain(kafka)) {
        drain.forget();
        events = drain.written();
        perSecond = perSecond(jobs, drain, events);
      }
      if (bare == 0) {
        bare = perSecond;
      }
      figures.add(
          new Figure(
              "--jobs %s, %d events from Kafka".formatted(jobs, events),
              "%.0f events/s, %.0f %% of discard".formatted(perSecond, 100 * perSecond / bare),
              wished(jobs)));
    }
    return figures;
  }

  private static String wished(String jobs) {
    return switch (jobs) {
      case "discard" -> "-";
      case ALL -> ">= 40 % of discard";
      default -> ">= 20000 events/s";
    };
  }

  private double perSecond(String jobs, Drain drain, long events)
      throws IOException, InterruptedException {
    Endpoints endpoints = endpoints();
    Map<String, String> variables =
        Map.of(
            "JOBS_PARALLELISM", environment.getOrDefault("JOBS_PARALLELISM", "2"),
            "KAFKA_BOOTSTRAP_SERVERS", endpoints.kafka(),
            "CLICKHOUSE_URL", endpoints.clickhouse(),
            "CLICKHOUSE_USER", endpoints.clickhouseUser(),
            "CLICKHOUSE_PASSWORD", endpoints.clickhousePassword(secrets()));
    try (JobProcess process = JobProcess.start(data, jobs, HEAP, variables)) {
      process.awaitRunning();
      long begin = System.nanoTime();
      drain.await(process);
      return events * 1e9 / (System.nanoTime() - begin);
    }
  }

  private Season season() {
    return new Season(
        CUSTOMERS,
        DAYS,
        1,
        Instant.now(),
        ZoneId.of("Asia/Jakarta"),
        secrets().get("RIHLA_PSEUDONYM_KEY"));
  }

  private Endpoints endpoints() {
    return Endpoints.of(environment, new Ports(data.ports()));
  }

  private Secrets secrets() {
    return Secrets.load(data.secrets(), environment)
        .orElseThrow(() -> new Refusal("Nothing ever ran on %s.".formatted(data.root())));
  }
}
