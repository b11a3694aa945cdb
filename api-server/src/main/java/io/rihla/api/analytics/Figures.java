package io.rihla.api.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Ratios, and how people read them. */
public final class Figures {
  public static final String NOT_APPLICABLE = "n/a";

  private Figures() {}

  /** Null without a denominator. */
  public static @Nullable Double ratio(long part, long whole) {
    return ratio((double) part, (double) whole);
  }

  /** Null without a denominator. */
  public static @Nullable Double ratio(double part, double whole) {
    return whole == 0 ? null : part / whole;
  }

  public static @Nullable Double without(@Nullable Double ratio) {
    return ratio == null ? null : 1 - ratio;
  }

  /** {@code 8%}. */
  public static String percent(@Nullable Double ratio) {
    return percent(ratio, 0);
  }

  /** {@code 7.5%}, {@code 8%}. */
  public static String finePercent(@Nullable Double ratio) {
    return percent(ratio, 1);
  }

  private static String percent(@Nullable Double ratio, int decimals) {
    return ratio == null
        ? NOT_APPLICABLE
        : plain(BigDecimal.valueOf(ratio).movePointRight(2), decimals) + "%";
  }

  /** {@code 3 seconds}; below one second with a decimal. */
  public static String seconds(@Nullable Double seconds) {
    if (seconds == null) {
      return NOT_APPLICABLE;
    }
    String text = plain(BigDecimal.valueOf(seconds), seconds < 1 ? 1 : 0);
    return text + (text.equals("1") ? " second" : " seconds");
  }

  static @Nullable Double rounded(@Nullable Double value, int decimals) {
    return value == null
        ? null
        : BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }

  private static String plain(BigDecimal value, int decimals) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
