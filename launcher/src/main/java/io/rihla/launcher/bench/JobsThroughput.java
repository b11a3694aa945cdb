package io.rihla.launcher.bench;

import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.clickhouse.ClickHouseTables;
import io.rihla.launcher.clickhouse.Retention;
import io.rihla.launcher.demo.KafkaSeason;
import io.rihla.launcher.demo.Season;
import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Endpoints;
import io.rihla.launcher.local.Ports;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.local.RunState;
import io.rihla.launcher.local.Secrets;
import io.rihla.launcher.run.LocalRun;
import io.rihla.launcher.run.Setup;
import io.rihla.launcher.run.TableOwner;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many events a second the jobs bring from Kafka into ClickHouse, beside a job that reads the
 * same log and throws it away. Each time the log is read from its beginning into empty tables. A
 * third of it passes before anything is counted: a machine that has just begun compiles as much as
 * it computes, the more so the more jobs there are.
 */
record JobsThroughput(DataDirectory data, Map<String, String> environment) {
  /** All that is needed beside the jobs. */
  static final List<String> NEEDED =
      LocalRun.ALL.stream().filter(List.of("kafka", "clickhouse")::contains).toList();

  private static final int CUSTOMERS = 15_000;
  private static final int DAYS = 60;
  private static final List<String> HEAP = List.of("-Xmx512m");
  private static final String BARE = "discard";
  private static final String ALL = "archive,funnel,dropoff,campaigns,performance,questions";
  private static final int UNCOUNTED_PART = 3;
  private static final double WISHED_PER_SECOND = 20_000;
  private static final double WISHED_SHARE = 0.4;

  /** What came out of one run. */
  private record Rate(long events, double perSecond, ProcessorSeconds processor) {
    double secondsPerEvent() {
      return processor.sum() / events;
    }
  }

  List<Figure> measure() throws IOException, InterruptedException {
    String kafka = endpoints().kafka();
    ClickHouseClient tables = TableOwner.of(data, environment);
    KafkaSeason.write(season(), kafka);
    List<Figure> figures = new ArrayList<>();
    @Nullable Rate bare = null;
    for (String jobs : List.of(BARE, "archive,funnel", ALL)) {
      tables.run("DROP DATABASE " + ClickHouseTables.DATABASE + " SYNC", Map.of());
      new Setup(kafka, tables, Retention.FOR_EVER).run();
      Rate rate = rate(jobs, kafka);
      bare = bare == null ? rate : bare;
      figures.add(
          new Figure(
              "--jobs %s, %d events from Kafka".formatted(jobs, rate.events()),
              "%.0f events/s, %.0f %% of discard; %s, %.0f %% of discard's work for each"
                  .formatted(
                      rate.perSecond(),
                      100 * rate.perSecond() / bare.perSecond(),
                      rate.processor().per100000(rate.events()),
                      100 * bare.secondsPerEvent() / rate.secondsPerEvent()),
              wished(jobs, rate, bare)));
    }
    return figures;
  }

  private static String wished(String jobs, Rate rate, Rate bare) {
    return switch (jobs) {
      case BARE -> "-";
      case ALL ->
          ">= 40 %% of discard: %s"
              .formatted(met(rate.perSecond() >= WISHED_SHARE * bare.perSecond()));
      default -> ">= 20000 events/s: %s".formatted(met(rate.perSecond() >= WISHED_PER_SECOND));
    };
  }

  private static String met(boolean met) {
    return met ? "met" : "missed";
  }

  private Rate rate(String jobs, String kafka) throws IOException, InterruptedException {
    try (Drain drain = new Drain(kafka)) {
      drain.forget();
      long written = drain.written();
      try (Ticking ticking = new Ticking(kafka);
          JobProcess process = JobProcess.start(data, jobs, HEAP, variables())) {
        ticking.start();
        process.awaitRunning();
        long before = drain.await(process, written / UNCOUNTED_PART);
        long begin = System.nanoTime();
        ProcessorSeconds used = ProcessorSeconds.now(pids(process));
        long counted = drain.await(process, written) - before;
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Rate(
            counted, counted / seconds, ProcessorSeconds.now(pids(process)).since(used));
      }
    }
  }

  private Map<String, Long> pids(JobProcess process) {
    Map<String, Long> pids = new LinkedHashMap<>();
    pids.put("jobs", process.pid());
    RunState.read(data.state())
        .ifPresent(
            state -> state.processes().forEach(other -> pids.put(other.name(), other.pid())));
    return pids;
  }

  private Map<String, String> variables() {
    Endpoints endpoints = endpoints();
    return Map.of(
        "JOBS_PARALLELISM", environment.getOrDefault("JOBS_PARALLELISM", "2"),
        "KAFKA_BOOTSTRAP_SERVERS", endpoints.kafka(),
        "CLICKHOUSE_URL", endpoints.clickhouse(),
        "CLICKHOUSE_USER", endpoints.clickhouseUser(),
        "CLICKHOUSE_PASSWORD", endpoints.clickhousePassword(secrets()));
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
