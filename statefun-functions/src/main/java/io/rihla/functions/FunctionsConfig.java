package io.rihla.functions;

import io.rihla.functions.brain.llm.LlmSettings;
import io.rihla.functions.delivery.Typing;
import io.rihla.schemas.config.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** What the function server is told by its environment. */
public record FunctionsConfig(
    String bindHost,
    int port,
    String kafka,
    URI waha,
    String wahaApiKey,
    Duration wahaTimeout,
    URI media,
    Duration quietWindow,
    Duration deskMinute,
    Typing typing,
    String company,
    ZoneId zone,
    Optional<LlmSettings> llm) {

  private static final Duration QUIET_WINDOW = Duration.ofMillis(1_500);
  private static final Duration WAHA_TIMEOUT = Duration.ofSeconds(25);

  /** Reads the variables; every fault is reported together. */
  public static FunctionsConfig parse(Settings settings) {
    FunctionsConfig config =
        new FunctionsConfig(
            settings.text("RIHLA_BIND_HOST", "127.0.0.1"),
            settings.port("FUNCTIONS_PORT", 8090),
            settings.required("KAFKA_BOOTSTRAP_SERVERS", "name the brokers, host:port,…"),
            settings.url("WAHA_BASE_URL", ""),
            settings.required("WAHA_API_KEY", "the X-Api-Key of your WAHA"),
            settings.millis("RIHLA_WAHA_TIMEOUT_MS", WAHA_TIMEOUT),
            settings.url("RIHLA_MEDIA_URL", "http://127.0.0.1:8080"),
            settings.millis("RIHLA_QUIET_WINDOW_MS", QUIET_WINDOW),
            // what the desk's settings count in; shorter only where somebody tests
            settings.millis("RIHLA_DESK_MINUTE_MS", Duration.ofMinutes(1)),
            settings.choice("RIHLA_TYPING", Typing.class, Typing.HUMAN),
            settings.text("RIHLA_COMPANY_NAME", "Rihla Travel"),
            settings.zone("RIHLA_TIMEZONE", "Asia/Jakarta"),
            llm(settings));
    settings.check();
    return config;
  }

  /** A key or an address asks for a language model; without either there is none. */
  private static Optional<LlmSettings> llm(Settings settings) {
    Optional<String> address = settings.optional("OPENAI_BASE_URL");
    Optional<String> key = settings.optional("OPENAI_API_KEY");
    LlmSettings llm =
        LlmSettings.of(
                settings.url("OPENAI_BASE_URL", "https://api.openai.com/v1"),
                key.orElse(""),
                settings.text("OPENAI_MODEL", "gpt-4.1-mini"),
                temperature(settings),
                settings.number("RIHLA_LLM_DAILY_TOKENS", 2_000_000, 0, Integer.MAX_VALUE),
                settings.number("RIHLA_LLM_CUSTOMER_TOKENS", 60_000, 0, Integer.MAX_VALUE))
            .within(
                settings.millis("RIHLA_LLM_TIMEOUT_MS", LlmSettings.CALL),
                settings.millis("RIHLA_LLM_BUDGET_MS", LlmSettings.TOTAL),
                LlmSettings.PAUSE,
                settings.millis("RIHLA_LLM_REST_MS", LlmSettings.REST));
    return address.isPresent() || key.isPresent() ? Optional.of(llm) : Optional.empty();
  }

  private static double temperature(Settings settings) {
    String text = settings.text("OPENAI_TEMPERATURE", "0.3");
    try {
      double temperature = Double.parseDouble(text);
      if (temperature >= 0 && temperature <= 2) {
        return temperature;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    return settings.fault(
        "OPENAI_TEMPERATURE", "is '%s': use a number from 0 to 2".formatted(text), 0.3);
  }
}
