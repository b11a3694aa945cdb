package io.rihla.functions.intent;

import java.util.Set;

/**
 * A word and what it can stand for: itself and its concepts ({@code @pay}). The value is its number
 * ("empat" 4, "maret" 3). A word that was only recognised by its resemblance is not exact.
 */
record Token(String word, Set<String> symbols, long value, boolean exact) {
  static final long NO_VALUE = -1;

  /** Between two clauses: phrases do not reach across it. */
  static final Token BREAK = new Token(",", Set.of(","), NO_VALUE, true);

  boolean is(String symbol) {
    return symbols.contains(symbol);
  }
}
