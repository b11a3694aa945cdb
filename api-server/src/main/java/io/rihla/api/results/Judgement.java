package io.rihla.api.results;

import io.rihla.api.analytics.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.jspecify.annotations.Nullable;

/**
 * Judges arms by Beta-Binomial posteriors from a uniform prior. Comparisons are drawn with a fixed
 * seed: the same counts give the same answer.
 */
final class Judgement {
  private static final int DRAWS = 40_000;
  private static final long SEED = 20_270_125;
  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;
  private static final double SUSPICIOUS = 0.001;

  private Judgement() {}

  static List<ExperimentResult.Arm> arms(List<ExperimentResult.Count> counts, int control) {
    RandomGenerator random = new Well19937c(SEED);
    List<BetaDistribution> posteriors =
        counts.stream()
            .map(
                count ->
                    new BetaDistribution(
                        random,
                        1.0 + count.conversions(),
                        1.0 + Math.max(0, count.exposures() - count.conversions())))
            .toList();
    List<double[]> draws = posteriors.stream().map(one -> one.sample(DRAWS)).toList();
    double[] best = best(draws);
    List<ExperimentResult.Arm> arms = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      ExperimentResult.Count count = counts.get(i);
      Double rate = Figures.ratio(count.conversions(), count.exposures());
      arms.add(
          new ExperimentResult.Arm(
              count.variant(),
              count.exposures(),
              count.conversions(),
              Figures.finePercent(rate),
              rate,
              new ExperimentResult.Interval(
                  posteriors.get(i).inverseCumulativeProbability(LOW),
                  posteriors.get(i).inverseCumulativeProbability(HIGH)),
              i == control ? null : uplift(rate, counts.get(control)),
              i == control ? null : upliftInterval(draws.get(i), draws.get(control)),
              best[i]));
    }
    return arms;
  }

  private static @Nullable Double uplift(@Nullable Double rate, ExperimentResult.Count control) {
    Double base = Figures.ratio(control.conversions(), control.exposures());
    return rate == null || base == null || base == 0 ? null : (Double) (rate / base - 1);
  }

  private static ExperimentResult.Interval upliftInterval(double[] arm, double[] control) {
    double[] uplifts = new double[DRAWS];
    Arrays.setAll(uplifts, i -> arm[i] / control[i] - 1);
    Arrays.sort(uplifts);
    return new ExperimentResult.Interval(
        uplifts[(int) (LOW * DRAWS)], uplifts[(int) (HIGH * DRAWS)]);
  }

  private static double[] best(List<double[]> draws) {
    double[] wins = new double[draws.size()];
    for (int draw = 0; draw < DRAWS; draw++) {
      int winner = 0;
      for (int arm = 1; arm < draws.size(); arm++) {
        if (draws.get(arm)[draw] > draws.get(winner)[draw]) {
          winner = arm;
        }
      }
      wins[winner] += 1.0 / DRAWS;
    }
    return wins;
  }

  /** Whether the exposures fit the planned shares. */
  static ExperimentResult.SampleRatio sampleRatio(
      List<ExperimentResult.Count> counts, List<Double> weights) {
    double whole = weights.stream().mapToDouble(Double::doubleValue).sum();
    List<Double> shares = weights.stream().map(weight -> weight / whole).toList();
    long[] observed = counts.stream().mapToLong(ExperimentResult.Count::exposures).toArray();
    long total = Arrays.stream(observed).sum();
    if (total == 0 || observed.length < 2) {
      return new ExperimentResult.SampleRatio(shares, null, true);
    }
    double[] expected = shares.stream().mapToDouble(share -> share * total).toArray();
    double pValue = new ChiSquareTest().chiSquareTest(expected, observed);
    return new ExperimentResult.SampleRatio(shares, pValue, pValue >= SUSPICIOUS);
  }
}
