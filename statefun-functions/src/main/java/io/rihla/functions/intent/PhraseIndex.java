package io.rihla.functions.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds the entries whose phrase can begin with a token, in the order they were given. */
final class PhraseIndex<T> {
  private final Map<String, List<T>> byWord = new HashMap<>();
  private final List<T> anywhere = new ArrayList<>();

  PhraseIndex(List<T> entries, Function<T, Phrase> phrase) {
    for (T entry : entries) {
      var words = phrase.apply(entry).firstWords();
      if (words.isEmpty()) {
        anywhere.add(entry);
      }
      words.forEach(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(entry));
    }
  }

  List<T> startingAt(Token token) {
    List<T> found = new ArrayList<>(anywhere);
    token.symbols().forEach(symbol -> found.addAll(byWord.getOrDefault(symbol, List.of())));
    return found;
  }
}
