package io.rihla.functions.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of all languages with their concepts. A file's line is {@code concept: word, two
 * words}; {@code concept=3: word} gives the word a number; {@code word < misspelling, short}
 * another spelling; {@code all = @one, @two} a concept made of others; {@code common: word} one
 * that is never corrected.
 */
final class Vocabulary {
  private static final List<String> FILES =
      List.of("words-id.txt", "words-ms.txt", "words-en.txt", "words-ar.txt", "words-numbers.txt");

  /** A concept, and the number it gives to its words. */
  record Sense(Set<String> concepts, long value) {
    Sense and(Set<String> more, long number) {
      Set<String> all = new LinkedHashSet<>(concepts);
      all.addAll(more);
      return new Sense(all, number == Token.NO_VALUE ? value : number);
    }
  }

  private record Several(String words, String concept, long value) {}

  private static final Sense NOTHING = new Sense(Set.of(), Token.NO_VALUE);

  private final Map<String, String> spellings = new HashMap<>();
  private final Map<String, Sense> senses = new HashMap<>();
  private final Map<String, Set<String>> wider = new HashMap<>();
  private final List<Several> several = new ArrayList<>();
  private final NearWords near;

  Vocabulary() {
    FILES.stream().flatMap(file -> DataFile.lines(file).stream()).forEach(this::read);
    near = new NearWords(senses);
  }

  /** Entries of several words, to be read before single words count. */
  List<Idiom> phrases() {
    return several.stream()
        .map(
            entry ->
                new Idiom(
                    new Phrase(entry.words(), this::spelling),
                    widened(Set.of(entry.concept())),
                    entry.value()))
        .toList();
  }

  /** The one spelling of a word. */
  String spelling(String word) {
    return spellings.getOrDefault(word, word);
  }

  Set<String> concepts() {
    Set<String> all = new LinkedHashSet<>(wider.values().stream().flatMap(Set::stream).toList());
    senses.values().forEach(sense -> all.addAll(sense.concepts()));
    several.forEach(entry -> all.add(entry.concept()));
    return all;
  }

  /** Words that rules name are known, and not taken for a slip of others. */
  void know(Set<String> words) {
    words.stream()
        .filter(
            word -> WordForms.of(word).stream().map(this::spelling).noneMatch(senses::containsKey))
        .forEach(word -> senses.put(word, NOTHING));
  }

  Token token(String piece) {
    if (piece.equals(",")) {
      return Token.BREAK;
    }
    if (Character.isDigit(piece.charAt(0))) {
      return Numbers.token(piece);
    }
    for (String form : WordForms.of(piece)) {
      String word = spelling(form);
      Sense sense = senses.get(word);
      if (sense != null) {
        return token(piece, word, sense, true);
      }
      if (!word.equals(form)) {
        return token(piece, word, NOTHING, true);
      }
    }
    Optional<String> resembled = near.find(piece);
    return resembled
        .map(word -> token(piece, word, senses.getOrDefault(word, NOTHING), false))
        .orElseGet(() -> token(piece, piece, NOTHING, true));
  }

  Set<String> widened(Set<String> concepts) {
    Set<String> all = new LinkedHashSet<>(concepts);
    concepts.forEach(concept -> all.addAll(wider.getOrDefault(concept, Set.of())));
    return all;
  }

  private Token token(String written, String word, Sense sense, boolean exact) {
    Set<String> symbols = widened(sense.concepts());
    symbols.add(word);
    symbols.add(written);
    return new Token(word, symbols, sense.value(), exact);
  }

  private void read(String line) {
    int colon = line.indexOf(':');
    if (colon > 0) {
      String[] name = line.substring(0, colon).strip().split("=", -1);
      long value = name.length > 1 ? Long.parseLong(name[1]) : Token.NO_VALUE;
      list(line.substring(colon + 1)).forEach(entry -> add("@" + name[0], value, entry));
    } else if (line.contains("<")) {
      String[] sides = line.split("<", -1);
      list(sides[1]).forEach(other -> spellings.put(other, sides[0].strip()));
    } else if (line.contains("=")) {
      String[] sides = line.split("=", -1);
      String group = "@" + sides[0].strip();
      list(sides[1])
          .forEach(part -> wider.computeIfAbsent(part, p -> new LinkedHashSet<>()).add(group));
    } else {
      throw new IllegalStateException(
          "not 'concept: words', 'word < others' or 'all = @one': " + line);
    }
  }

  private void add(String concept, long value, String written) {
    String entry = String.join(" ", Spelling.pieces(written));
    if (entry.contains(" ")) {
      several.add(new Several(entry, concept, value));
    } else {
      senses.merge(
          entry,
          new Sense(Set.of(concept), value),
          (known, added) -> known.and(added.concepts(), added.value()));
    }
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
