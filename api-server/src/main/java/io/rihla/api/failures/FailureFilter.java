package io.rihla.api.failures;

import io.rihla.api.problem.ProblemException;
import io.rihla.api.store.ListParameters;
import io.rihla.api.store.PageCursor;
import io.rihla.api.store.Paged;
import io.rihla.api.store.Where;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which failures a list shows, and from where on. */
final class FailureFilter {
  /** How far back a list goes that names no first day. */
  private static final Duration RECENT = Duration.ofDays(30);

  private static final Set<String> REASONS = Set.of("ESCALATION", "REJECTION", "SILENCE");
  private static final int STANDARD_LIMIT = 50;
  private static final int MOST = 200;

  /**
   * A failure shows at the latest a day after the answer: only the conversations in which something
   * was answered, refused or escalated since then are read.
   */
  private static final String CONVERSATIONS =
      """
      customer_key IN (
          SELECT customer_key FROM events
          WHERE event_type IN ('AiAnswered', 'AnswerRejected', 'Escalated')
              AND event_time >= fromUnixTimestamp64Milli(?) - INTERVAL 24 HOUR
              AND event_time < fromUnixTimestamp64Milli(?))""";

  private FailureFilter() {}

  static Paged.Request of(Function<String, Optional<String>> parameter, ZoneId zone, long now) {
    Optional<Long> last = parameter.apply("to").map(text -> moment("to", text, zone, 1));
    long to = last.orElse(now + RECENT.toMillis());
    long from =
        parameter
            .apply("from")
            .map(text -> moment("from", text, zone, 0))
            .orElse(last.orElse(now) - RECENT.toMillis());
    Where where =
        new Where()
            .and(CONVERSATIONS, from, to)
            .and("toUnixTimestamp64Milli(failed_at) >= ?", from)
            .and("toUnixTimestamp64Milli(failed_at) < ?", to)
            .and(
                parameter
                    .apply("reason")
                    .map(text -> ListParameters.oneOf("reason", text, REASONS)),
                "reason = ?")
            .and(parameter.apply("prompt_version"), "prompt_version = ?");
    return new Paged.Request(
        where,
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
