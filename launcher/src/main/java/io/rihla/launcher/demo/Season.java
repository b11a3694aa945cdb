package io.rihla.launcher.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What is made up: so many customers in the days before {@code end}. The same season is the same to
 * the last letter.
 */
public record Season(int customers, int days, long seed, Instant end, ZoneId zone, String secret) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmm").withZone(ZoneOffset.UTC);

  /** How the sessions of seasons begin. */
  public static final String SESSIONS = "demo-";

  public Season {
    if (customers < 1) {
      throw new IllegalArgumentException("a season has at least 1 customer, not " + customers);
    }
    if (days < 1 || days > 400) {
      throw new IllegalArgumentException("a season has 1 to 400 days, not " + days);
    }
  }

  /** The WhatsApp number all of it is written to: what tells a season from real conversations. */
  public String session() {
    return SESSIONS + "%d-%s".formatted(seed, STAMP.format(end));
  }

  public long startMillis() {
    return end.minus(Duration.ofDays(days)).toEpochMilli();
  }

  public long endMillis() {
    return end.toEpochMilli();
  }

  public LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
  }

  int hour(long millis) {
    return Instant.ofEpochMilli(millis).atZone(zone).getHour();
  }

  /** How much of the season is over, 0 to 1. */
  double progress(long millis) {
    return (double) (millis - startMillis()) / (endMillis() - startMillis());
  }
}
