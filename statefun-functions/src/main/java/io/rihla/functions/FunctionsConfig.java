package io.rihla.functions;

import io.rihla.functions.delivery.Typing;
import io.rihla.schemas.config.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;

/** What the function server is told by its environment. */
public record FunctionsConfig(
    String bindHost,
    int port,
    String kafka,
    URI waha,
    String wahaApiKey,
    URI media,
    Duration quietWindow,
    Typing typing,
    String company,
    ZoneId zone) {

  private static final Duration QUIET_WINDOW = Duration.ofMillis(1_500);

  /** Reads the variables; every fault is reported together. */
  public static FunctionsConfig parse(Settings settings) {
    FunctionsConfig config =
        new FunctionsConfig(
            settings.text("RIHLA_BIND_HOST", "127.0.0.1"),
            settings.port("FUNCTIONS_PORT", 8090),
            settings.required("KAFKA_BOOTSTRAP_SERVERS", "name the brokers, host:port,…"),
            settings.url("WAHA_BASE_URL", ""),
            settings.required("WAHA_API_KEY", "the X-Api-Key of your WAHA"),
            settings.url("RIHLA_MEDIA_URL", "http://127.0.0.1:8080"),
            settings.millis("RIHLA_QUIET_WINDOW_MS", QUIET_WINDOW),
            settings.choice("RIHLA_TYPING", Typing.class, Typing.HUMAN),
            settings.text("RIHLA_COMPANY_NAME", "Rihla Travel"),
            settings.zone("RIHLA_TIMEZONE", "Asia/Jakarta"));
    settings.check();
    return config;
  }
}
