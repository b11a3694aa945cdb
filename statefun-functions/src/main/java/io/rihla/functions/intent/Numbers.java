package io.rihla.functions.intent;

import java.util.Set;

/** Numbers written in digits; "1,5" counts as fifteen tenths of what follows. */
final class Numbers {
  private static final int LONGEST = 15;

  private Numbers() {}

  static Token token(String digits) {
    int point = Math.max(digits.indexOf('.'), digits.indexOf(','));
    String plain = point < 0 ? digits : digits.substring(0, point) + digits.substring(point + 1);
    if (plain.length() > LONGEST) {
      return new Token(digits, Set.of(digits), Token.NO_VALUE, true);
    }
    Set<String> symbols = point < 0 ? Set.of(digits, "@number") : Set.of(digits, "@tenths");
    return new Token(digits, symbols, Long.parseLong(plain), true);
  }
}
