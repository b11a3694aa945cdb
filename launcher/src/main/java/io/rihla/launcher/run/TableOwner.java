package io.rihla.launcher.run;

import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Endpoints;
import io.rihla.launcher.local.Ports;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.local.Secrets;
import java.util.Map;

/** The user the services of a run use: it sees the tables as they are. */
public final class TableOwner {
  private TableOwner() {}

  public static ClickHouseClient of(DataDirectory data, Map<String, String> environment) {
    Endpoints endpoints = Endpoints.of(environment, new Ports(data.ports()));
    if (endpoints.outsideClickHouse().isPresent()) {
      return new ClickHouseClient(
          endpoints.clickhouse(),
          endpoints.clickhouseUser(),
          environment.getOrDefault("CLICKHOUSE_PASSWORD", ""));
    }
    Secrets secrets =
        Secrets.load(data.secrets(), environment)
            .orElseThrow(
                () ->
                    new Refusal(
                        "There is no database in %s yet: start Rihla with ./rihla up."
                            .formatted(data.root())));
    return new ClickHouseClient(
        endpoints.clickhouse(), endpoints.clickhouseUser(), secrets.get("CLICKHOUSE_PASSWORD"));
  }
}
