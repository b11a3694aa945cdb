package io.rihla.functions.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A sequence of words and concepts, written as in {@code @want ~2 @pay|@register}: {@code ~2} skips
 * up to two words within the clause, {@code ~~2} also past its end; {@code x?} may be missing,
 * {@code x*} may repeat, {@code !x} must not follow; {@code ^ $} are the ends of a clause, {@code
 * ^^ $$} of the text. Repetition is bounded, so a match costs a bounded number of steps.
 */
final class Phrase {
  private static final int MOST_REPEATS = 6;

  private sealed interface Element {}

  private record Word(Set<String> any, int least, int most) implements Element {}

  private record Gap(int most, boolean acrossClauses) implements Element {}

  private record Unless(Set<String> any) implements Element {}

  private record ClauseStart() implements Element {}

  private record ClauseEnd() implements Element {}

  private record TextStart() implements Element {}

  private record TextEnd() implements Element {}

  private final List<Element> elements = new ArrayList<>();

  /** Words may be written in any spelling that the given function makes one. */
  Phrase(String notation, UnaryOperator<String> spelling) {
    for (String part : notation.strip().split("\\s+", -1)) {
      elements.add(element(part, spelling));
    }
  }

  /** The words one of which a match begins with; empty when the phrase does not say. */
  Set<String> firstWords() {
    return elements.getFirst() instanceof Word(var any, var least, var most) && least > 0
        ? any
        : Set.of();
  }

  /** All the words it speaks of. */
  Set<String> words() {
    return elements.stream()
        .filter(Word.class::isInstance)
        .map(Word.class::cast)
        .flatMap(word -> word.any().stream())
        .collect(Collectors.toSet());
  }

  /** Where a match that begins at the token ends (exclusive), or -1. */
  int match(List<Token> tokens, int start) {
    return match(tokens, start, 0);
  }

  private int match(List<Token> tokens, int at, int index) {
    if (index == elements.size()) {
      return at;
    }
    return switch (elements.get(index)) {
      case Word word -> word(tokens, at, index, word);
      case Gap gap -> gap(tokens, at, index, gap);
      case Unless(var any) ->
          at < tokens.size() && hit(tokens, at, any) ? -1 : match(tokens, at, index + 1);
      case ClauseStart() ->
          at == 0 || hit(tokens, at - 1, BREAK) ? match(tokens, at, index + 1) : -1;
      case ClauseEnd() ->
          at == tokens.size() || hit(tokens, at, BREAK) ? match(tokens, at, index + 1) : -1;
      case TextStart() -> at == 0 ? match(tokens, at, index + 1) : -1;
      case TextEnd() -> at == tokens.size() ? match(tokens, at, index + 1) : -1;
    };
  }

  private static final Set<String> BREAK = Set.of(",");

  private int word(List<Token> tokens, int at, int index, Word word) {
    int hits = 0;
    while (hits < word.most() && at + hits < tokens.size() && hit(tokens, at + hits, word.any())) {
      hits++;
    }
    for (int used = hits; used >= word.least(); used--) {
      int end = match(tokens, at + used, index + 1);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  private int gap(List<Token> tokens, int at, int index, Gap gap) {
    for (int skipped = 0; skipped <= gap.most() && at + skipped <= tokens.size(); skipped++) {
      int end = match(tokens, at + skipped, index + 1);
      if (end >= 0) {
        return end;
      }
      if (!gap.acrossClauses()
          && at + skipped < tokens.size()
          && hit(tokens, at + skipped, BREAK)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean hit(List<Token> tokens, int at, Set<String> any) {
    for (String symbol : tokens.get(at).symbols()) {
      if (any.contains(symbol)) {
        return true;
      }
    }
    return false;
  }

  private static Element element(String part, UnaryOperator<String> spelling) {
    return switch (part) {
      case "^" -> new ClauseStart();
      case "$" -> new ClauseEnd();
      case "^^" -> new TextStart();
      case "$$" -> new TextEnd();
      default -> {
        if (part.startsWith("~~")) {
          yield new Gap(Integer.parseInt(part.substring(2)), true);
        } else if (part.startsWith("~")) {
          yield new Gap(Integer.parseInt(part.substring(1)), false);
        } else if (part.startsWith("!")) {
          yield new Unless(any(part.substring(1), spelling));
        } else if (part.endsWith("?")) {
          yield new Word(any(part.substring(0, part.length() - 1), spelling), 0, 1);
        } else if (part.endsWith("*")) {
          yield new Word(any(part.substring(0, part.length() - 1), spelling), 0, MOST_REPEATS);
        }
        yield new Word(any(part, spelling), 1, 1);
      }
    };
  }

  private static Set<String> any(String alternatives, UnaryOperator<String> spelling) {
    return Arrays.stream(alternatives.split("\\|", -1))
        .map(spelling)
        .collect(Collectors.toUnmodifiableSet());
  }
}
