package io.rihla.api.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {
  @Test
  void aClearlyBetterArmIsBestAndItsUpliftIntervalIsAboveNothing() {
    List<ExperimentResult.Arm> arms = arms(1_000, 100, 1_000, 160);
    assertThat(arms.get(1).uplift()).isCloseTo(0.6, within(1e-9));
    assertThat(arms.get(1).upliftInterval().low()).isPositive();
    assertThat(arms.get(1).probabilityBest()).isGreaterThan(0.999);
    assertThat(arms.get(0).uplift()).isNull();
    assertThat(arms.get(0).rateInterval().low()).isCloseTo(0.0830, within(0.0005));
    assertThat(arms.get(0).rateInterval().high()).isCloseTo(0.1202, within(0.0005));
  }

  @Test
  void equalArmsAreABet() {
    assertThat(arms(500, 50, 500, 50).get(1).probabilityBest()).isCloseTo(0.5, within(0.01));
  }

  @Test
  void theSameCountsGiveTheSameAnswer() {
    assertThat(arms(70, 7, 80, 9)).isEqualTo(arms(70, 7, 80, 9));
  }

  @Test
  void anArmNobodySawHasNoRateAndNoUplift() {
    List<ExperimentResult.Arm> arms = arms(0, 0, 10, 2);
    assertThat(arms.get(0).rate()).isNull();
    assertThat(arms.get(1).uplift()).isNull();
    assertThat(arms.get(0).conversion()).isEqualTo("n/a");
  }

  @Test
  void sharesThatDoNotComeByChanceAreSuspicious() {
    List<ExperimentResult.Count> skewed =
        List.of(
            new ExperimentResult.Count("a", 1_000, 0), new ExperimentResult.Count("b", 1_200, 0));
    assertThat(Judgement.sampleRatio(skewed, List.of(1.0, 1.0)).ok()).isFalse();
    assertThat(Judgement.sampleRatio(skewed, List.of(1.0, 1.2)).pValue())
        .isCloseTo(1, within(1e-9));
  }

  private static List<ExperimentResult.Arm> arms(
      long exposed, long converted, long otherExposed, long otherConverted) {
    return Judgement.arms(
        List.of(
            new ExperimentResult.Count("control", exposed, converted),
            new ExperimentResult.Count("warm", otherExposed, otherConverted)),
        0);
  }
}
