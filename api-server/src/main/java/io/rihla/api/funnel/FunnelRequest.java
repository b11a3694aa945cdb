package io.rihla.api.funnel;

import io.rihla.api.analytics.Scope;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.store.ListParameters;
import io.rihla.api.store.Where;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which journeys a funnel counts, and how long they may take for a step.
 *
 * @param windowDays a step counts when it was reached so many days after the opening
 */
record FunnelRequest(
    Scope scope,
    Optional<String> source,
    Optional<String> variant,
    Optional<Integer> windowDays,
    Optional<Breakdown> breakdown) {
  private static final int LONGEST_WINDOW = 366;
  private static final String OF_THE_VARIANT =
      "has(arrayMap((e, v) -> concat(e, ':', v), mapKeys(variants), mapValues(variants)), ?)";

  static FunnelRequest of(Scope scope, Function<String, Optional<String>> parameter) {
    return new FunnelRequest(
        scope,
        parameter.apply("source"),
        parameter.apply("variant"),
        parameter.apply("window_days").map(FunnelRequest::window),
        parameter
            .apply("breakdown")
            .map(text -> ListParameters.oneOf("breakdown", text, Breakdown.NAMES))
            .map(Breakdown::valueOf));
  }

  private static int window(String text) {
    try {
      int days = Integer.parseInt(text);
      if (days >= 1 && days <= LONGEST_WINDOW) {
        return days;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw ProblemException.badField(
        "window_days", "must be a whole number of days from 1 to " + LONGEST_WINDOW);
  }

  Where where() {
    return scope
        .cohort()
        .and(source.map(text -> text.toLowerCase(Locale.ROOT)), "lower(source) = ?")
        .and(variant, OF_THE_VARIANT);
  }

  /** Whether a journey reached the step, in SQL. */
  String reached(Step step) {
    if (step == Step.LEADS) {
      return "1 = 1";
    }
    return windowDays
        .map(
            days ->
                "ifNull(%1$s <= opened_at + INTERVAL %2$d DAY, 0)".formatted(step.column(), days))
        .orElse(step.column() + " IS NOT NULL");
  }
}
