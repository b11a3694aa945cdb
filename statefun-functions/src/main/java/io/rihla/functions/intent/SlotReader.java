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

  /** "4 orang", else "rombongan 20", else "berdua"; children count beside the others, not alone. */
  private static Optional<Integer> people(List<Token> tokens) {
    long children = counted(tokens, "@number", "@childprice", 0);
    long others = counted(tokens, "@number", "@person", 0) - children;
    if (others == 0) {
      others = counted(tokens, "@groupof", "@number", 1);
    }
    if (others == 0) {
      others = first(tokens, "@people").orElse(0);
    }
    long people = others + children;
    return others > 0 && people <= MOST_PEOPLE ? Optional.of((int) people) : Optional.empty();
  }

  /** The numbers in all pairs of neighbours; which of the two is the number is given. */
  private static long counted(List<Token> tokens, String left, String right, int number) {
    long counted = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is(left) && tokens.get(i + 1).is(right)) {
        counted += Math.min(tokens.get(i + number).value(), MOST_PEOPLE + 1);
      }
    }
    return counted;
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
