package io.rihla.functions.brain.grounding;

import java.util.regex.Pattern;

/** Numbers as Indonesians, the English and Arabs group them. */
final class Numbers {
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})+");
  private static final Pattern GROUPED_WITH_CENTS =
      Pattern.compile("(\\d{1,3}(?:[.,]\\d{3})+)[.,](\\d{1,2})");

  private Numbers() {}

  /** A number that stands alone: "25.000" and "25,000" are twenty-five thousand. */
  static double plain(String number) {
    if (GROUPED.matcher(number).matches()) {
      return Double.parseDouble(number.replaceAll("[.,]", ""));
    }
    var cents = GROUPED_WITH_CENTS.matcher(number);
    if (cents.matches()) {
      return Double.parseDouble(cents.group(1).replaceAll("[.,]", "") + "." + cents.group(2));
    }
    return decimal(number);
  }

  /** A number before a unit such as "juta": "25,5" and "25.500" are twenty-five and a half. */
  static double scaled(String number) {
    return number.matches("\\d+[.,]\\d+") ? decimal(number) : plain(number);
  }

  private static double decimal(String number) {
    String digits = number.replace(',', '.');
    int last = digits.lastIndexOf('.');
    return last < 0
        ? Double.parseDouble(digits)
        : Double.parseDouble(digits.substring(0, last).replace(".", "") + digits.substring(last));
  }
}
