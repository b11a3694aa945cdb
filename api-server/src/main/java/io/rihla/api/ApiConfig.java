package io.rihla.api;

import io.rihla.api.campaigns.CampaignLinks;
import io.rihla.api.webhooks.WebhookTarget;
import io.rihla.schemas.config.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Everything the api is told by its environment.
 *
 * @param functions where the functions are, which compose prompts
 * @param hmacKeys the current webhook key, then the previous one while keys rotate
 * @param replayWindow how old a signed body may be before it counts as late
 * @param tick how often time passes in the log of a quiet system
 * @param links our addresses as customers see them
 * @param telling whom to tell of what happens
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
    String company,
    Duration tick,
    CampaignLinks links,
    Telling telling) {

  /** WAHA tries a webhook 15 times, 2 s apart: what it repeats must not look old. */
  private static final Duration LEAST_WINDOW = Duration.ofSeconds(60);

  private static final Duration SHORTEST_WINDOW = Duration.ofMillis(100);

  /**
   * Whom to tell of what happens.
   *
   * @param window what happens within it is told in one notice
   */
  public record Telling(
      Optional<WebhookTarget> jamaah, Optional<WebhookTarget> notices, Duration window) {}

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
    int port = settings.port("RIHLA_PORT", 8080);
    return new ApiConfig(
        settings.text("RIHLA_BIND_HOST", "127.0.0.1"),
        port,
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
        settings.text("RIHLA_COMPANY_NAME", "Rihla Travel"),
        tick(settings),
        new CampaignLinks(
            settings.url("RIHLA_PUBLIC_URL", "http://127.0.0.1:" + port), number(settings)),
        telling(settings));
  }

  private static Duration tick(Settings settings) {
    Duration tick = settings.millis("RIHLA_TICK_MS", Duration.ofSeconds(10));
    return tick.compareTo(SHORTEST_WINDOW) >= 0
        ? tick
        : settings.fault(
            "RIHLA_TICK_MS", "is too short: use at least 100 milliseconds", SHORTEST_WINDOW);
  }

  private static Telling telling(Settings settings) {
    Duration giveUp =
        Duration.ofHours(settings.number("RIHLA_WEBHOOK_GIVE_UP_HOURS", 24, 0, 8_760));
    Duration window = settings.millis("RIHLA_NOTICE_WINDOW_MS", Duration.ofSeconds(10));
    if (window.compareTo(SHORTEST_WINDOW) < 0) {
      settings.fault(
          "RIHLA_NOTICE_WINDOW_MS", "is too short: use at least 100 milliseconds", window);
    }
    return new Telling(
        target(settings, "JAMAAH_WEBHOOK_URL", "JAMAAH_WEBHOOK_KEY", giveUp),
        target(settings, "NOTIFY_WEBHOOK_URL", "NOTIFY_WEBHOOK_KEY", giveUp),
        window.compareTo(SHORTEST_WINDOW) < 0 ? SHORTEST_WINDOW : window);
  }

  private static Optional<WebhookTarget> target(
      Settings settings, String url, String key, Duration giveUp) {
    Optional<String> given = settings.optional(key);
    return settings
        .optional(url)
        .map(
            address ->
                new WebhookTarget(
                    settings.url(url, ""),
                    given.isPresent()
                        ? settings.secret(key, 16, "")
                        : settings.fault(
                            key, "is not set: what is posted to " + url + " is signed with it", ""),
                    giveUp));
  }

  private static Optional<String> number(Settings settings) {
    return settings
        .optional("RIHLA_WHATSAPP_NUMBER")
        .map(number -> number.replaceAll("[\\s+().-]", ""))
        .map(
            digits ->
                digits.matches("[1-9][0-9]{6,14}")
                    ? digits
                    : settings.fault(
                        "RIHLA_WHATSAPP_NUMBER",
                        "is no number with its country, such as 6281234567890",
                        digits));
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
