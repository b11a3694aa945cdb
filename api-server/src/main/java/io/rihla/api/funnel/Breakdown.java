package io.rihla.api.funnel;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What a funnel is split by. A journey counts once for every experiment it was part of. */
enum Breakdown {
  CAMPAIGN("campaign"),
  SOURCE("toString(source)"),
  LANGUAGE("toString(language)"),
  PROMPT_VERSION("toString(prompt_version)"),
  VARIANT(
      "arrayJoin(arrayMap((e, v) -> concat(e, ':', v), mapKeys(variants), mapValues(variants)))"),
  DAY("toString(cohort_day)");

  static final Set<String> NAMES =
      Arrays.stream(values()).map(Breakdown::name).collect(Collectors.toUnmodifiableSet());

  private final String sql;

  Breakdown(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }

  /** Whether a journey has the value of a question mark. */
  String equalsSql() {
    return this == VARIANT
        ? "has(arrayMap((e, v) -> concat(e, ':', v), mapKeys(variants), mapValues(variants)), ?)"
        : sql + " = ?";
  }
}
