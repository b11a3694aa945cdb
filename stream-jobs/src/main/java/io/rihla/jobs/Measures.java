package io.rihla.jobs;

import io.rihla.jobs.dropoff.SilenceLimits;
import io.rihla.jobs.performance.TokenPrices;
import io.rihla.jobs.questions.meaning.EmbeddingEndpoint;
import io.rihla.schemas.config.Settings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What the figures are measured by.
 *
 * @param zone whose days are counted
 * @param limits after which silence a journey counts as dropped off
 * @param prices of the model's tokens
 * @param embeddings what questions mean beside their words
 */
public record Measures(
    ZoneId zone, SilenceLimits limits, TokenPrices prices, Optional<EmbeddingEndpoint> embeddings) {
  static Measures read(Settings settings) {
    SilenceLimits standard = SilenceLimits.STANDARD;
    return new Measures(
        settings.zone("RIHLA_TIMEZONE", "Asia/Jakarta"),
        new SilenceLimits(
            duration(settings, "DROP_OFF_LEADS", standard.leads()),
            duration(settings, "DROP_OFF_INTEREST", standard.interest()),
            duration(settings, "DROP_OFF_BOOKING", standard.booking())),
        new TokenPrices(price(settings, "AI_PRICE_INPUT"), price(settings, "AI_PRICE_OUTPUT")),
        EmbeddingEndpoint.read(settings));
  }

  private static Duration duration(Settings settings, String name, Duration standard) {
    String text = settings.text(name, standard.toString());
    try {
      Duration duration = Duration.parse(text);
      if (!duration.isNegative() && !duration.isZero()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // told below
    }
    return settings.fault(
        name, "is '%s': give an ISO duration such as P3D or PT12H".formatted(text), standard);
  }

  private static BigDecimal price(Settings settings, String name) {
    String text = settings.text(name, "0");
    try {
      BigDecimal price = new BigDecimal(text);
      if (price.signum() >= 0) {
        return price;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    return settings.fault(
        name,
        "is '%s': give what a million tokens cost, such as 0.15".formatted(text),
        BigDecimal.ZERO);
  }
}
