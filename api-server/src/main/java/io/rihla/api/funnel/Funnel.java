package io.rihla.api.funnel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the journeys of a cohort came. */
record Funnel(
    String from,
    String to,
    @Nullable Integer windowDays,
    List<StepFigures> steps,
    List<Histogram> timeToConvert,
    @Nullable String breakdown,
    List<Part> parts) {

  /**
   * @param conversion of those who reached the step before
   * @param medianSeconds from the opening, of those who reached it
   */
  record StepFigures(
      String step,
      long journeys,
      String conversion,
      @Nullable Double conversionValue,
      String conversionFromStart,
      @Nullable Double conversionFromStartValue,
      @Nullable Double medianSeconds) {}

  /** How long journeys took from the opening to a step. */
  record Histogram(String step, List<Bucket> buckets) {}

  /**
   * @param upToSeconds null for all that took longer
   */
  record Bucket(@Nullable Long upToSeconds, long journeys) {}

  /** The journeys that share a value. */
  record Part(
      String value,
      long leads,
      long interest,
      long booking,
      long paid,
      String conversionRate,
      @Nullable Double conversionRateValue) {}
}
