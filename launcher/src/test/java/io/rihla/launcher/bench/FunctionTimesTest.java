package io.rihla.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FunctionTimesTest {
  private static final String BEFORE =
      """
      rihla_function_seconds_bucket{function="brain",scope="application",le="0.001",} 10.0
      rihla_function_seconds_bucket{function="brain",scope="application",le="0.01",} 10.0
      rihla_function_seconds_bucket{function="brain",scope="application",le="+Inf",} 10.0
      """;
  private static final String AFTER =
      """
      rihla_function_seconds_bucket{function="delivery",scope="application",le="0.001",} 7.0
      # TYPE rihla_function_seconds histogram
      rihla_function_seconds_bucket{function="brain",scope="application",le="0.001",} 70.0
      rihla_function_seconds_bucket{function="brain",scope="application",le="0.01",} 108.0
      rihla_function_seconds_bucket{function="brain",scope="application",le="+Inf",} 110.0
      rihla_function_seconds_count{scope="application",} 110.0
      """;

  @Test
  void percentilesAreOfTheCallsBetweenTwoLooks() {
    FunctionTimes times =
        FunctionTimes.parse(AFTER, "brain").since(FunctionTimes.parse(BEFORE, "brain"));
    assertThat(times.count()).isEqualTo(100);
    assertThat(times.percentile(50)).isEqualTo("<= 1.0 ms");
    assertThat(times.percentile(98)).isEqualTo("<= 10.0 ms");
    assertThat(times.percentile(99)).isEqualTo("longer than measured");
  }

  @Test
  void withoutCallsThereIsNoPercentile() {
    assertThat(FunctionTimes.parse("", "brain").percentile(50)).isEqualTo("n/a");
  }
}
