package io.rihla.api.spend;

import java.util.regex.Pattern;

/**
 * Numbers as spreadsheets of different countries write them. A number that may be read in two ways
 * is left as it is, which is then refused by name: money is not guessed.
 */
final class Amounts {
  private static final Pattern POINTS_IN_THOUSANDS =
      Pattern.compile("\\d{1,3}(\\.\\d{3}){2,}|\\d{1,3}(\\.\\d{3})+,\\d+");
  private static final Pattern COMMAS_IN_THOUSANDS =
      Pattern.compile("\\d{1,3}(,\\d{3}){2,}|\\d{1,3}(,\\d{3})+\\.\\d+");
  private static final Pattern COMMA_AS_POINT = Pattern.compile("\\d+,(\\d{1,2}|\\d{4,})");
  private static final Pattern TWO_WAYS = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

  private Amounts() {}

  /** Digits with a point before decimals, where the text can mean one number only. */
  static String plain(String text) {
    String number = text.replaceAll("(?i)^(rp|idr|usd|\\$)\\s*", "").replaceAll("[\\s\u00A0]", "");
    if (POINTS_IN_THOUSANDS.matcher(number).matches()) {
      return number.replace(".", "").replace(',', '.');
    }
    if (COMMAS_IN_THOUSANDS.matcher(number).matches()) {
      return number.replace(",", "");
    }
    if (COMMA_AS_POINT.matcher(number).matches()) {
      return number.replace(',', '.');
    }
    return TWO_WAYS.matcher(number).matches() ? "'" + number + "'" : number;
  }
}
