package io.rihla.api.experiments;

import io.rihla.schemas.desk.Experiment;
import io.rihla.schemas.desk.Variant;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as the api shows it; times in ISO 8601 UTC.
 *
 * @param goal INTEREST, BOOKING or PAID
 * @param status DRAFT, RUNNING or STOPPED
 */
record ExperimentView(
    String name,
    String description,
    String goal,
    String status,
    List<Arm> variants,
    @Nullable String startedAt,
    @Nullable String stoppedAt,
    int version,
    String updatedAt,
    String updatedBy) {

  /** One arm. */
  record Arm(
      String name,
      int weight,
      @Nullable String section,
      @Nullable String content,
      @Nullable Boolean media,
      @Nullable String callToAction) {
    static Arm of(Variant variant) {
      return new Arm(
          variant.name(),
          variant.weight(),
          variant.section() == null ? null : variant.section().name().toLowerCase(Locale.ROOT),
          variant.content(),
          variant.media(),
          variant.callToAction());
    }
  }

  static ExperimentView of(Experiment value) {
    return new ExperimentView(
        value.name(),
        value.description(),
        value.goal().name(),
        value.status().name(),
        value.variants().stream().map(Arm::of).toList(),
        time(value.startedAt()),
        time(value.stoppedAt()),
        value.version(),
        Instant.ofEpochMilli(value.updatedAt()).toString(),
        value.updatedBy());
  }

  private static @Nullable String time(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis).toString();
  }
}
