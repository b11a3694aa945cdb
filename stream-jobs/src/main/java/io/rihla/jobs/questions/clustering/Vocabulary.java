package io.rihla.jobs.questions.clustering;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of words beforehand: spellings and synonyms, small words, small talk. */
final class Vocabulary {
  private static final int LONGEST_PHRASE = 3;

  private final Map<String, String> meanings = new HashMap<>();
  private final Set<String> smallWords = new HashSet<>();
  private final Set<String> smallTalk = new HashSet<>();

  private Vocabulary() {}

  /** Everything under {@code /questions} on the class path. */
  static Vocabulary standard() {
    Vocabulary vocabulary = new Vocabulary();
    lines("words.txt").forEach(vocabulary::meaning);
    lines("small-words.txt").forEach(line -> vocabulary.smallWords.addAll(words(line)));
    lines("small-talk.txt").forEach(line -> vocabulary.smallTalk.addAll(words(line)));
    return vocabulary;
  }

  /** Small words and small talk only: what remains when the synonyms know nothing of a field. */
  static Vocabulary withoutSynonyms() {
    Vocabulary vocabulary = standard();
    vocabulary.meanings.clear();
    return vocabulary;
  }

  /** The word this one is read as, null when nothing is known of it. */
  @Nullable String meaning(CharSequence word) {
    return meanings.get(word.toString());
  }

  /** The word these words together are read as, null when they are no phrase. */
  @Nullable String phrase(List<String> words, int from, int length) {
    return length > LONGEST_PHRASE || from + length > words.size()
        ? null
        : meanings.get(String.join("-", words.subList(from, from + length)));
  }

  boolean isSmall(String word) {
    return smallWords.contains(word);
  }

  boolean isSmallTalk(String word) {
    return smallTalk.contains(word);
  }

  private void meaning(String line) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      throw new IllegalStateException("words.txt: give 'word: spellings' in: " + line);
    }
    String word = line.substring(0, colon).strip();
    String read = word.replace("-", "");
    if (word.contains("-")) {
      meanings.put(word, read);
    }
    meanings.put(read, read);
    words(line.substring(colon + 1)).forEach(form -> meanings.put(form, read));
  }

  private static List<String> words(String line) {
    return line.isBlank() ? List.of() : List.of(line.strip().split("\\s+"));
  }

  private static List<String> lines(String file) {
    try (InputStream in =
            Objects.requireNonNull(
                Vocabulary.class.getResourceAsStream("/questions/" + file), file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
