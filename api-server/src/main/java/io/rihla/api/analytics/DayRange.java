package io.rihla.api.analytics;

import io.rihla.api.problem.ProblemException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/** Whole days of the agency's zone, both ends included. */
public record DayRange(LocalDate from, LocalDate to, ZoneId zone) {
  private static final int STANDARD_DAYS = 30;
  private static final int MOST_DAYS = 732;

  /** The parameters {@code from} and {@code to}: dates, or instants that stand for their day. */
  public static DayRange of(
      Function<String, Optional<String>> parameter, Clock clock, ZoneId zone) {
    Optional<LocalDate> from = parameter.apply("from").map(text -> day("from", text, zone));
    Optional<LocalDate> to = parameter.apply("to").map(text -> day("to", text, zone));
    LocalDate last = to.orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone));
    LocalDate first = from.orElseGet(() -> last.minusDays(STANDARD_DAYS - 1L));
    if (first.isAfter(last)) {
      throw ProblemException.badField(
          "from", "%s is after to, %s: swap them".formatted(first, last));
    }
    if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      throw ProblemException.badField(
          "from",
          "%s is more than %d days before to, %s: ask for less"
              .formatted(first, MOST_DAYS - 1, last));
    }
    return new DayRange(first, last, zone);
  }

  private static LocalDate day(String name, String text, ZoneId zone) {
    try {
      LocalDate day =
          text.length() <= 10
              ? LocalDate.parse(text)
              : LocalDate.ofInstant(OffsetDateTime.parse(text.replace(' ', '+')).toInstant(), zone);
      if (day.getYear() >= 2000 && day.getYear() < 2100) {
        return day;
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw ProblemException.badField(
        name, "must be a date such as 2027-01-25 or an instant such as 2027-01-25T10:30:00Z");
  }

  public Instant begin() {
    return from.atStartOfDay(zone).toInstant();
  }

  /** The first moment after the range. */
  public Instant end() {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
