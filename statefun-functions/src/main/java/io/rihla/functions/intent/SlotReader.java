package io.rihla.functions.intent;

import java.util.List;
import java.util.Optional;

/** Reads how many travel, when, and for how much. */
final class SlotReader {
  private static final int MOST_PEOPLE = 500;

  private SlotReader() {}

  static Slots read(List<Token> tokens) {
    return new Slots(
        people(tokens), first(tokens, "@month"), first(tokens, "@hijrimonth"), budget(tokens));
  }

  /** Adults and children count together; "berdua" beside "2 orang" does not. */
  private static Optional<Integer> people(List<Token> tokens) {
    long counted = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is("@number") && tokens.get(i + 1).is("@person")) {
        counted += tokens.get(i).value();
      } else if (tokens.get(i).is("@groupof") && tokens.get(i + 1).is("@number")) {
        counted += tokens.get(i + 1).value();
      }
    }
    if (counted == 0) {
      counted = first(tokens, "@people").orElse(0);
    }
    return counted > 0 && counted <= MOST_PEOPLE ? Optional.of((int) counted) : Optional.empty();
  }

  private static Optional<Integer> first(List<Token> tokens, String concept) {
    return tokens.stream()
        .filter(token -> token.is(concept) && token.value() != Token.NO_VALUE)
        .map(token -> (int) token.value())
        .findFirst();
  }

  private static Optional<Slots.Budget> budget(List<Token> tokens) {
    if (tokens.stream().noneMatch(token -> token.is("@budget"))) {
      return Optional.empty();
    }
    for (int i = 0; i < tokens.size(); i++) {
      Token number = tokens.get(i);
      if (number.is("@number") || number.is("@tenths")) {
        Optional<Slots.Budget> said = amount(number, tokens, i);
        if (said.isPresent()) {
          return said;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Slots.Budget> amount(Token number, List<Token> tokens, int at) {
    long amount = number.value();
    int next = at + 1;
    boolean scaled = next < tokens.size() && tokens.get(next).is("@scale");
    if (scaled) {
      amount = Math.multiplyExact(Math.min(amount, 1_000_000), tokens.get(next).value());
      next++;
    }
    if (number.is("@tenths")) {
      amount /= 10;
    }
    String currency = currency(tokens, next).or(() -> currency(tokens, at - 1)).orElse("");
    if (currency.isEmpty() && !scaled && amount < 1_000_000) {
      return Optional.empty();
    }
    return Optional.of(new Slots.Budget(amount, currency.isEmpty() ? "IDR" : currency));
  }

  private static Optional<String> currency(List<Token> tokens, int at) {
    if (at < 0 || at >= tokens.size()) {
      return Optional.empty();
    }
    return tokens.get(at).symbols().stream()
        .filter(symbol -> symbol.startsWith("@currency-"))
        .map(symbol -> symbol.substring("@currency-".length()).toUpperCase(java.util.Locale.ROOT))
        .findFirst();
  }
}
