package io.rihla.api;

import io.rihla.schemas.config.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * Everything the api is told by its environment.
 *
 * @param functions where the functions are, which compose prompts
 * @param hmacKeys the current webhook key, then the previous one while keys rotate
 * @param replayWindow how old a signed body may be before it counts as late
 */
public record ApiConfig(
    String host,
    int port,
    String kafka,
    ClickHouse clickHouse,
    Waha waha,
    URI functions,
    List<String> hmacKeys,
    Duration replayWindow,
    String pseudonymKey,
    String jwtKey,
    ZoneId zone,
    String company) {

  /** WAHA tries a webhook 15 times, 2 s apart: what it repeats must not look old. */
  private static final Duration LEAST_WINDOW = Duration.ofSeconds(60);

  /** Where ClickHouse is. */
  public record ClickHouse(URI url, String user, String password) {}

  /** Where WAHA is. */
  public record Waha(URI url, String apiKey) {}

  /** Reads the environment without judging it; {@link Settings#check} does. */
  public static ApiConfig read(Settings settings) {
    Duration window = settings.millis("RIHLA_REPLAY_WINDOW_MS", Duration.ofMinutes(10));
    if (window.compareTo(LEAST_WINDOW) < 0) {
      settings.fault(
          "RIHLA_REPLAY_WINDOW_MS",
          "is %d: WAHA repeats a webhook for 30 s, use at least %d"
              .formatted(window.toMillis(), LEAST_WINDOW.toMillis()),
          window);
    }
    return new ApiConfig(
        settings.text("RIHLA_BIND_HOST", "127.0.0.1"),
        settings.port("RIHLA_PORT", 8080),
        settings.text("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"),
        new ClickHouse(
            settings.url("CLICKHOUSE_URL", "http://127.0.0.1:8123"),
            settings.text("CLICKHOUSE_USER", "default"),
            settings.text("CLICKHOUSE_PASSWORD", "")),
        new Waha(
            settings.url("WAHA_BASE_URL", "http://127.0.0.1:3000"),
            settings.text("WAHA_API_KEY", "")),
        settings.url("FUNCTIONS_URL", "http://127.0.0.1:8090"),
        hmacKeys(settings),
        window,
        settings.secret(
            "RIHLA_PSEUDONYM_KEY", 16, "a secret that names customers; never change it"),
        settings.secret("RIHLA_JWT_KEY", 32, "the secret that signs bearer tokens"),
        settings.zone("RIHLA_TIMEZONE", "Asia/Jakarta"),
        settings.text("RIHLA_COMPANY_NAME", "Rihla Travel"));
  }

  private static List<String> hmacKeys(Settings settings) {
    String current =
        settings.required("WAHA_HMAC_KEY", "the key WAHA signs its webhooks with (hmac.key)");
    return settings
        .optional("WAHA_HMAC_KEY_PREVIOUS")
        .map(previous -> List.of(current, previous))
        .orElse(List.of(current));
  }
}
