package io.rihla.launcher.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;

/** When customers write for the first time: more every week, at weekends, after prayer times. */
final class Arrivals {
  private static final double[] HOURS = {
    1, 0.5, 0.3, 0.3, 1, 2.5, 3, 4, 6, 7, 7, 6.5, 6, 6.5, 6, 6, 6, 5.5, 6, 8, 9, 8, 5, 2.5
  };
  private static final double MOST = 9 * 1.3 * 1.8;

  private Arrivals() {}

  /** Epoch ms, ascending. */
  static long[] of(Season season) {
    Dice dice = new Dice(season.seed(), -1);
    long[] times = new long[season.customers()];
    for (int i = 0; i < times.length; i++) {
      long time = dice.between(season.startMillis(), season.endMillis() - 1);
      while (dice.real() * MOST > weight(season, time)) {
        time = dice.between(season.startMillis(), season.endMillis() - 1);
      }
      times[i] = time;
    }
    Arrays.sort(times);
    return times;
  }

  private static double weight(Season season, long time) {
    ZonedDateTime local = Instant.ofEpochMilli(time).atZone(season.zone());
    boolean weekend =
        local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
    return HOURS[local.getHour()] * (weekend ? 1.3 : 1) * (1 + 0.8 * season.progress(time));
  }
}
