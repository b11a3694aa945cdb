package io.rihla.api.health;

import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import io.helidon.webserver.observe.health.HealthObserverConfig;
import io.helidon.webserver.observe.metrics.MetricsObserver;
import io.rihla.api.store.ClickHouse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /observe/health} and {@code /observe/metrics}. Ready when Kafka and ClickHouse answer. */
public final class Observation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Observation.class);
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final int KAFKA_MILLIS = 3_000;

  private final Admin admin;
  private final List<Probe> probes;
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().name("health-", 0).daemon().factory());

  public Observation(String bootstrapServers, ClickHouse clickHouse) {
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, KAFKA_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, KAFKA_MILLIS));
    this.probes =
        List.of(
            new Probe("kafka", this::kafkaAnswers), new Probe("clickhouse", clickHouse::answers));
  }

  public void start() {
    for (Probe probe : probes) {
      var unused =
          threads.scheduleWithFixedDelay(
              () -> ask(probe), 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  public ObserveFeature feature() {
    HealthObserverConfig.Builder health =
        HealthObserver.builder().details(true).useSystemServices(false);
    health.addCheck(new Alive());
    probes.forEach(health::addCheck);
    return ObserveFeature.builder()
        .observersDiscoverServices(false)
        .addObserver(health.build())
        .addObserver(MetricsObserver.create())
        .build();
  }

  private static void ask(Probe probe) {
    if (probe.ask()) {
      LOG.info("{} {}", probe.name(), probe.isUp() ? "answers" : "does not answer");
    }
  }

  private boolean kafkaAnswers() throws Exception {
    return !admin.describeCluster().nodes().get(KAFKA_MILLIS, TimeUnit.MILLISECONDS).isEmpty();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    admin.close(Duration.ofSeconds(1));
  }

  /** The server itself: who can ask gets this answer. */
  private static final class Alive implements HealthCheck {
    @Override
    public HealthCheckType type() {
      return HealthCheckType.LIVENESS;
    }

    @Override
    public String name() {
      return "server";
    }

    @Override
    public HealthCheckResponse call() {
      return HealthCheckResponse.builder().status(true).build();
    }
  }
}
