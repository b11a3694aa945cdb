package io.rihla.functions.brain.grounding;

import java.text.Normalizer;
import java.util.Locale;

/** A text without the disguises a number or a link can wear. */
public final class PlainText {
  private PlainText() {}

  /** Lower case, Latin digits, no invisible letters, no bold marks, numbers as digits. */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT && c != '*' && c != '~' && c != '`')
        .forEach(c -> plain.appendCodePoint(latin(c)));
    return NumberWords.digits(
        plain.toString().toLowerCase(Locale.ROOT).replaceAll("[–—−]", "-").replace('’', '\''));
  }

  private static int latin(int c) {
    if (Character.isDigit(c)) {
      return '0' + Character.digit(c, 10);
    }
    return switch (c) {
      case '٬' -> '.';
      case '٫' -> ',';
      case '،' -> ',';
      case '٪' -> '%';
      case '\u00a0', '\u202f' -> ' ';
      default -> c;
    };
  }
}
