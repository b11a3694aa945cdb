package io.rihla.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void percentilesAreTheNearestRank() {
    Latencies latencies = new Latencies();
    for (int i = 200; i >= 1; i--) {
      latencies.add(i);
    }

    assertThat(latencies.percentile(50)).isEqualTo(100);
    assertThat(latencies.percentile(99)).isEqualTo(198);
    assertThat(latencies.percentile(100)).isEqualTo(200);
  }

  @Test
  void nothingMeasuredIsNoFigure() {
    assertThat(new Latencies().percentile(50)).isNaN();
  }
}
