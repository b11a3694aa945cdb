package io.rihla.api.performance;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** What figures of the AI are put together by. */
enum Bucket {
  HOUR,
  DAY,
  PROMPT_VERSION,
  VARIANT;

  static final Set<String> NAMES = Set.of("HOUR", "DAY", "PROMPT_VERSION", "VARIANT");

  static final List<String> COLUMNS =
      List.of(
          "bucket",
          "answers",
          "response_seconds_mean",
          "response_seconds_p50",
          "response_seconds_p95",
          "mean_confidence",
          "escalated_answers",
          "input_tokens",
          "output_tokens",
          "cost",
          "episodes",
          "successful",
          "success_rate",
          "escalated",
          "escalation_rate",
          "escalations_by_reason",
          "ratings",
          "satisfaction");

  /** The bucket of a row, which has its time in {@code at}; never empty. */
  String sql(ZoneId zone) {
    return switch (this) {
      case HOUR -> "formatDateTime(toStartOfHour(at), '%Y-%m-%dT%H:00:00Z', 'UTC')";
      case DAY -> "toString(toDate(at, '%s'))".formatted(zone.getId());
      case PROMPT_VERSION -> "if(prompt_version = '', 'none', toString(prompt_version))";
      case VARIANT -> "if(variant = '', 'none', toString(variant))";
    };
  }
}
