package io.rihla.launcher.run;

import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.clickhouse.ClickHouseTables;
import io.rihla.launcher.clickhouse.MaskedViews;
import io.rihla.launcher.clickhouse.Retention;
import io.rihla.launcher.clickhouse.TableScript;
import io.rihla.launcher.local.Refusal;
import io.rihla.schemas.topics.TopicSetup;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Creates the topics and tables that are missing; doing it again changes nothing. */
public record Setup(String kafka, ClickHouseClient clickhouse, Retention retention) {
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final int WANTED_REPLICATION = 3;

  public void run() throws InterruptedException {
    topics();
    tables();
  }

  private void topics() throws InterruptedException {
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS))) {
      int brokers = admin.describeCluster().nodes().get().size();
      TopicSetup.ensure(admin, (short) Math.min(WANTED_REPLICATION, brokers));
    } catch (ExecutionException e) {
      throw new Refusal(
          "The topics could not be created on Kafka at %s: %s"
              .formatted(kafka, String.valueOf(e.getCause())),
          e);
    }
  }

  private void tables() throws InterruptedException {
    try {
      new ClickHouseTables(clickhouse).update(TableScript.all());
      retention.apply(clickhouse);
      new MaskedViews(clickhouse).update();
    } catch (IOException e) {
      throw new Refusal(
          "The tables could not be created on ClickHouse at %s: %s"
              .formatted(clickhouse.url(), e.getMessage()),
          e);
    }
  }
}
