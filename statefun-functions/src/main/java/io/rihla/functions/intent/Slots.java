package io.rihla.functions.intent;

import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a customer said about the journey. A month of the Islamic calendar stays what was said; it
 * becomes a month of departure only against a date.
 */
public record Slots(
    Optional<Integer> people,
    Optional<Integer> month,
    Optional<Integer> hijriMonth,
    Optional<Budget> budget) {
  public static final Slots NONE =
      new Slots(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** An amount in whole units of an ISO 4217 currency. */
  public record Budget(long amount, String currency) {}

  /**
   * The month of departure, 1 to 12: the one said, or the month in which most of the next Ramadhan,
   * Syawal and so on lies.
   */
  public Optional<Integer> monthOfDeparture(LocalDate today) {
    return month.or(() -> hijriMonth.map(said -> middleOfNext(said, today).getMonthValue()));
  }

  private static LocalDate middleOfNext(int hijriMonth, LocalDate today) {
    HijrahDate now = HijrahDate.from(today);
    HijrahDate middle =
        now.with(ChronoField.DAY_OF_MONTH, 1)
            .with(ChronoField.MONTH_OF_YEAR, hijriMonth)
            .with(ChronoField.DAY_OF_MONTH, 15);
    return LocalDate.from(middle.isBefore(now) ? middle.plus(1, ChronoUnit.YEARS) : middle);
  }
}
