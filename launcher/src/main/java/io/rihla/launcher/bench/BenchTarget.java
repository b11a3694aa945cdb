package io.rihla.launcher.bench;

import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Endpoints;
import io.rihla.launcher.local.Ports;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.local.Secrets;
import io.rihla.launcher.run.TableOwner;
import java.util.Map;

/** The run that is measured: where its doors are and the key to the webhook. */
record BenchTarget(
    DataDirectory data,
    String webhook,
    String waha,
    String kafka,
    String functions,
    String hmacKey,
    ClickHouseClient clickhouse) {
  static BenchTarget of(DataDirectory data, Map<String, String> environment) {
    Secrets secrets =
        Secrets.load(data.secrets(), environment)
            .orElseThrow(() -> new Refusal("Nothing ever ran on %s.".formatted(data.root())));
    Endpoints endpoints = Endpoints.of(environment, new Ports(data.ports()));
    return new BenchTarget(
        data,
        endpoints.api() + "/api/whatsapp/webhook",
        endpoints.waha(),
        endpoints.kafka(),
        endpoints.functions(),
        secrets.get("WAHA_HMAC_KEY"),
        TableOwner.of(data, environment));
  }
}
