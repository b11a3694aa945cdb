package io.rihla.api.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an experiment.
 *
 * @param sampleRatio whether customers fell to the arms as planned
 */
record ExperimentResult(
    String experiment, String goal, String control, List<Arm> arms, SampleRatio sampleRatio) {

  /** One arm and its customers. */
  record Count(String variant, long exposures, long conversions) {}

  /** Lower and upper bound of 95 percent. */
  record Interval(double low, double high) {}

  /**
   * @param rate conversions / exposures
   * @param rateInterval where the true rate lies with 95 percent
   * @param uplift rate / the control's rate - 1; null for the control, or when that is 0
   * @param upliftInterval where the true uplift lies with 95 percent
   * @param probabilityBest that no other arm has a higher true rate
   */
  record Arm(
      String variant,
      long exposures,
      long conversions,
      String conversion,
      @Nullable Double rate,
      Interval rateInterval,
      @Nullable Double uplift,
      @Nullable Interval upliftInterval,
      double probabilityBest) {}

  /**
   * @param pValue of the chi-square test; null while nobody was exposed
   * @param ok false when such shares come by chance less than once in a thousand times: then
   *     something is wrong with how arms are given, and the result says nothing
   */
  record SampleRatio(List<Double> expected, @Nullable Double pValue, boolean ok) {}
}
