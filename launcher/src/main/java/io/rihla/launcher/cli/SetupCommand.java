package io.rihla.launcher.cli;

import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.clickhouse.Retention;
import io.rihla.launcher.run.Setup;
import io.rihla.schemas.config.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Creates topics and tables on servers outside; up does the same on its own. */
@Command(
    name = "setup",
    description = {
      "Create the topics and tables that are missing, on the servers named by",
      "KAFKA_BOOTSTRAP_SERVERS, CLICKHOUSE_URL, CLICKHOUSE_USER and CLICKHOUSE_PASSWORD."
    })
public final class SetupCommand implements Callable<Integer> {
  /** What the setup needs to know. */
  record SetupSettings(
      String kafka, String url, String user, String password, Retention retention) {
    static SetupSettings read(Settings environment) {
      return new SetupSettings(
          environment.required(
              "KAFKA_BOOTSTRAP_SERVERS", "name the brokers, for example kafka:9092"),
          environment.url("CLICKHOUSE_URL", "").toString(),
          environment.text("CLICKHOUSE_USER", "rihla"),
          environment.text("CLICKHOUSE_PASSWORD", ""),
          Retention.read(environment));
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings environment = new Settings(System.getenv());
    SetupSettings settings = SetupSettings.read(environment);
    environment.check();
    new Setup(
            settings.kafka(),
            new ClickHouseClient(settings.url(), settings.user(), settings.password()),
            settings.retention())
        .run();
    System.out.println("Topics and tables are in place.");
    return 0;
  }
}
