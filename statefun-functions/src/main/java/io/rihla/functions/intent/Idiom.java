package io.rihla.functions.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words that together mean something else than each of them, and are read as one. */
record Idiom(Phrase phrase, Set<String> symbols, long value) {
  /** The tokens with every idiom made one token; at each place the longest counts. */
  static List<Token> join(List<Token> tokens, PhraseIndex<Idiom> idioms) {
    List<Token> joined = new ArrayList<>(tokens.size());
    int at = 0;
    while (at < tokens.size()) {
      int end = at;
      Idiom longest = null;
      for (Idiom idiom : idioms.startingAt(tokens.get(at))) {
        int match = idiom.phrase().match(tokens, at);
        if (match > end) {
          end = match;
          longest = idiom;
        }
      }
      if (longest == null) {
        joined.add(tokens.get(at));
        at++;
      } else {
        joined.add(longest.token(tokens.subList(at, end)));
        at = end;
      }
    }
    return joined;
  }

  private Token token(List<Token> parts) {
    return new Token(
        String.join(" ", parts.stream().map(Token::word).toList()),
        symbols,
        value,
        parts.stream().allMatch(Token::exact));
  }
}
