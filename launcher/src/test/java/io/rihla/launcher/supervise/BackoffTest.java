package io.rihla.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void pausesDoubleUpToHalfAMinute() {
    Backoff backoff = new Backoff();
    Duration last = Duration.ZERO;
    for (int i = 0; i < 20; i++) {
      last = backoff.pauseAfter(Duration.ofSeconds(1));
    }

    assertThat(new Backoff().pauseAfter(Duration.ZERO)).isLessThan(Duration.ofSeconds(1));
    assertThat(last).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aGoodRunIsForgiven() {
    Backoff backoff = new Backoff();
    Duration first = backoff.pauseAfter(Duration.ZERO);
    backoff.pauseAfter(Duration.ZERO);

    assertThat(backoff.pauseAfter(Duration.ofMinutes(5))).isEqualTo(first);
  }
}
