package io.rihla.api.leads;

import io.rihla.api.store.ListParameters;
import io.rihla.api.store.PageCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which leads a list shows, and from where on. */
record LeadFilter(List<Condition> conditions, Optional<PageCursor> after, int limit) {
  private static final Set<String> PHASES = Set.of("LEADS", "INTEREST", "BOOKING");
  private static final Set<String> STATUSES =
      Set.of("OPEN", "PAID", "REFUNDED", "LOST", "CANCELLED");
  private static final int STANDARD_LIMIT = 50;
  private static final int MOST = 200;

  /** One condition in SQL and the value of its question mark. */
  record Condition(String sql, Object value) {}

  static LeadFilter of(Function<String, Optional<String>> parameter) {
    List<Condition> conditions = new ArrayList<>();
    parameter
        .apply("phase")
        .map(text -> ListParameters.oneOf("phase", text, PHASES))
        .ifPresent(value -> conditions.add(new Condition("phase = ?", value)));
    parameter
        .apply("status")
        .map(text -> ListParameters.oneOf("status", text, STATUSES))
        .ifPresent(value -> conditions.add(new Condition("status = ?", value)));
    parameter
        .apply("package")
        .map(text -> text.toUpperCase(Locale.ROOT))
        .ifPresent(value -> conditions.add(new Condition("package_code = ?", value)));
    parameter
        .apply("campaign")
        .map(text -> text.toUpperCase(Locale.ROOT))
        .ifPresent(value -> conditions.add(new Condition("campaign_code = ?", value)));
    parameter
        .apply("source")
        .ifPresent(value -> conditions.add(new Condition("source = ?", value)));
    parameter
        .apply("phone")
        .map(ListParameters::phoneDigits)
        .ifPresent(value -> conditions.add(new Condition("position(phone, ?) > 0", value)));
    return new LeadFilter(
        List.copyOf(conditions),
        parameter.apply("cursor").map(PageCursor::parse),
        parameter
            .apply("limit")
            .map(text -> ListParameters.limit(text, MOST))
            .orElse(STANDARD_LIMIT));
  }
}
