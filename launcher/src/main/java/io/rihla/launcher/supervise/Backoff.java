package io.rihla.launcher.supervise;

import java.time.Duration;

/** Pauses before a restart: they double up to half a minute and start over after a good run. */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration GOOD_RUN = Duration.ofMinutes(1);

  private Duration next = FIRST;

  Duration pauseAfter(Duration run) {
    if (run.compareTo(GOOD_RUN) >= 0) {
      next = FIRST;
    }
    Duration pause = next;
    Duration doubled = pause.multipliedBy(2);
    next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    return pause;
  }
}
