package io.rihla.api.failures;

import io.rihla.api.problem.ProblemException;
import io.rihla.api.store.ListParameters;
import io.rihla.api.store.PageCursor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which failures a list shows, and from where on. */
record FailureFilter(List<Condition> conditions, Optional<PageCursor> after, int limit) {
  private static final Set<String> REASONS = Set.of("ESCALATION", "REJECTION", "SILENCE");
  private static final int STANDARD_LIMIT = 50;
  private static final int MOST = 200;

  /** One condition in SQL and the value of its question mark. */
  record Condition(String sql, Object value) {}

  static FailureFilter of(Function<String, Optional<String>> parameter, ZoneId zone) {
    List<Condition> conditions = new ArrayList<>();
    parameter
        .apply("reason")
        .map(text -> ListParameters.oneOf("reason", text, REASONS))
        .ifPresent(value -> conditions.add(new Condition("reason = ?", value)));
    parameter
        .apply("prompt_version")
        .ifPresent(value -> conditions.add(new Condition("prompt_version = ?", value)));
    parameter
        .apply("from")
        .map(text -> moment("from", text, zone, 0))
        .ifPresent(
            value ->
                conditions.add(new Condition("toUnixTimestamp64Milli(failed_at) >= ?", value)));
    parameter
        .apply("to")
        .map(text -> moment("to", text, zone, 1))
        .ifPresent(
            value -> conditions.add(new Condition("toUnixTimestamp64Milli(failed_at) < ?", value)));
    return new FailureFilter(
        List.copyOf(conditions),
        parameter.apply("cursor").map(PageCursor::parse),
        parameter
            .apply("limit")
            .map(text -> ListParameters.limit(text, MOST))
            .orElse(STANDARD_LIMIT));
  }

  /** A moment, or the begin of a day of the agency; the last day named is wholly meant. */
  private static long moment(String name, String text, ZoneId zone, int days) {
    try {
      return text.length() > "2027-01-31".length()
          ? Instant.parse(text).toEpochMilli()
          : LocalDate.parse(text).plusDays(days).atStartOfDay(zone).toInstant().toEpochMilli();
    } catch (DateTimeParseException e) {
      throw ProblemException.badField(
          name, "is no date such as 2027-01-31 and no moment such as 2027-01-31T08:00:00Z");
    }
  }
}
