package io.rihla.functions.brain.grounding;

import org.jspecify.annotations.Nullable;

/** Something an answer states that can be true or false. {@code shown} is how it was written. */
sealed interface Claim {
  String shown();

  /** An amount; {@code currency} is empty when only the amount was written. */
  record Money(double amount, String currency, String shown) implements Claim {}

  /** "Harganya 24": a number that stands for a price without saying its unit. */
  record LoosePrice(double number, String shown) implements Claim {}

  /** A day of a month; the year may be left out. */
  record Day(int day, int month, @Nullable Integer year, String shown) implements Claim {}

  /** "Tanggal 15": a day whose month is left out. */
  record DayOfMonth(int day, String shown) implements Claim {}

  record Month(int month, @Nullable Integer year, String shown) implements Claim {}

  record Year(int year, String shown) implements Claim {}

  record Span(double length, SpanUnit unit, String shown) implements Claim {}

  /** Seats; {@code remaining} when it says how many there are, not how many are wanted. */
  record Seats(int seats, boolean remaining, String shown) implements Claim {}

  record People(int people, String shown) implements Claim {}

  record Code(String code, String shown) implements Claim {}

  record Address(String address, String shown) implements Claim {}

  /** A distance in meters. */
  record Distance(double meters, String shown) implements Claim {}

  record Stars(int stars, String shown) implements Claim {}

  record Percent(double percent, String shown) implements Claim {}

  record Clock(String time, String shown) implements Claim {}

  /** A long number such as a phone, account or booking number. */
  record LongNumber(String digits, String shown) implements Claim {}

  enum SpanUnit {
    MINUTE,
    HOUR,
    DAY,
    NIGHT,
    WEEK,
    MONTH,
    YEAR
  }
}
