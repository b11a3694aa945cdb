package io.rihla.launcher.verify.figures;

import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.clickhouse.ClickHouseTables;
import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Endpoints;
import io.rihla.launcher.local.Ports;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.local.Secrets;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the figures of a run are, and what they are measured by. The queries read all there is, so
 * they run as the user of the product and not as the analyst with their limits.
 */
public record FiguresRun(String kafka, ClickHouseClient clickhouse, Map<String, String> settings) {
  public static FiguresRun of(DataDirectory data, Map<String, String> environment) {
    Endpoints endpoints = Endpoints.of(environment, new Ports(data.ports()));
    Secrets secrets =
        Secrets.load(data.secrets(), environment)
            .orElseThrow(() -> new Refusal("Nothing ever ran on %s.".formatted(data.root())));
    return new FiguresRun(
        endpoints.kafka(),
        new ClickHouseClient(
            endpoints.clickhouse(),
            endpoints.clickhouseUser(),
            endpoints.clickhousePassword(secrets)),
        settings(environment));
  }

  private static Map<String, String> settings(Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>();
    settings.put("database", ClickHouseTables.DATABASE);
    settings.put("param_zone", text(environment, "RIHLA_TIMEZONE", "Asia/Jakarta"));
    settings.put("param_leads", seconds(environment, "DROP_OFF_LEADS", "P3D"));
    settings.put("param_interest", seconds(environment, "DROP_OFF_INTEREST", "P7D"));
    settings.put("param_booking", seconds(environment, "DROP_OFF_BOOKING", "P3D"));
    return settings;
  }

  private static String text(Map<String, String> environment, String name, String standard) {
    String given = environment.getOrDefault(name, "");
    return given.isBlank() ? standard : given;
  }

  private static String seconds(Map<String, String> environment, String name, String standard) {
    String text = text(environment, name, standard);
    try {
      return Long.toString(Duration.parse(text).toSeconds());
    } catch (DateTimeParseException e) {
      throw new Refusal(
          "%s is '%s': give an ISO duration such as P3D, the one the jobs run with."
              .formatted(name, text),
          e);
    }
  }

  /** One value, as text. */
  String ask(String query, Map<String, String> parameters)
      throws IOException, InterruptedException {
    return clickhouse.run(query + " FORMAT TSV", with(parameters)).strip();
  }

  Map<String, String> with(Map<String, String> parameters) {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(parameters);
    return all;
  }
}
