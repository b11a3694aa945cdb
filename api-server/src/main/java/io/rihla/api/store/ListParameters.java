package io.rihla.api.store;

import io.rihla.api.problem.ProblemException;
import java.util.Locale;
import java.util.Set;

/** What lists are asked for in their query: bad values are told with the parameter's name. */
public final class ListParameters {
  private static final int LEAST_DIGITS = 3;

  private ListParameters() {}

  /** One of some words, in any case. */
  public static String oneOf(String name, String text, Set<String> words) {
    String word = text.toUpperCase(Locale.ROOT);
    if (!words.contains(word)) {
      throw ProblemException.badField(
          name, "must be one of " + String.join(", ", words.stream().sorted().toList()));
    }
    return word;
  }

  /** A part of a phone number as people write it, without the leading zero of a local one. */
  public static String phoneDigits(String text) {
    String digits = text.replaceAll("[^0-9]", "");
    if (digits.length() < LEAST_DIGITS) {
      throw ProblemException.badField("phone", "needs at least three digits to search for");
    }
    return digits.startsWith("0") ? digits.substring(1) : digits;
  }

  /** How many rows a page has. */
  public static int limit(String text, int most) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= most) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw ProblemException.badField("limit", "must be a whole number from 1 to " + most);
  }
}
