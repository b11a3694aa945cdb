package io.rihla.functions.conversation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a rating from 1 to 5 out of stars, a number or the words people use. Only a message that
 * says nothing else is one.
 */
final class Scores {
  private static final Pattern STARS = Pattern.compile("[⭐★🌟\\x{FE0F}\\s]+");
  private static final Pattern STAR = Pattern.compile("[⭐★🌟]");
  private static final Pattern FIFTHS =
      Pattern.compile("\\b([1-5])\\s*(?:/|dari|out of|of|من)\\s*5\\b");
  private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}\\p{So}]+");
  private static final int LONGEST_PHRASE = 3;
  private static final int MOST_WORDS = 8;
  private static final int FILLER = 0;

  private final Map<String, Integer> phrases;

  private Scores(Map<String, Integer> phrases) {
    this.phrases = Map.copyOf(phrases);
  }

  /** The words of {@code /ratings/words.tsv}: a phrase and its score, 0 for one that says none. */
  static Scores standard() {
    Map<String, Integer> phrases = new HashMap<>();
    String path = "/ratings/words.tsv";
    try (InputStream in = Objects.requireNonNull(Scores.class.getResourceAsStream(path), path);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          int tab = line.indexOf('\t');
          phrases.put(line.substring(0, tab), Integer.parseInt(line.substring(tab + 1).strip()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
    return new Scores(phrases);
  }

  OptionalInt read(String written) {
    String text = plain(written);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (STARS.matcher(text).matches()) {
      int stars = (int) STAR.matcher(text).results().count();
      return stars >= 1 && stars <= 5 ? OptionalInt.of(stars) : OptionalInt.empty();
    }
    Matcher fifths = FIFTHS.matcher(text);
    return words(fifths.find() ? fifths.replaceFirst("$1") : text);
  }

  /** Every word must belong to the rating; of several the lowest counts. */
  private OptionalInt words(String text) {
    List<String> words = BREAK.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    if (words.size() > MOST_WORDS) {
      return OptionalInt.empty();
    }
    List<Integer> found = new ArrayList<>();
    for (int at = 0; at < words.size(); ) {
      int taken = 0;
      for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
        Integer score = score(String.join(" ", words.subList(at, at + length)));
        if (score != null) {
          taken = length;
          if (score != FILLER) {
            found.add(score);
          }
          break;
        }
      }
      if (taken == 0) {
        return OptionalInt.empty();
      }
      at += taken;
    }
    return found.stream().mapToInt(Integer::intValue).min();
  }

  private @org.jspecify.annotations.Nullable Integer score(String phrase) {
    if (phrase.matches("[1-5]")) {
      return Integer.valueOf(phrase);
    }
    Integer score = phrases.get(phrase);
    return score == null ? phrases.get(phrase.replaceAll("(\\p{L})\\1", "$1")) : score;
  }

  /** Lower case, western digits, and no letter written more than twice in a row. */
  private static String plain(String written) {
    String text =
        Normalizer.normalize(written, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).strip();
    StringBuilder digits = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (Character.isDigit(point)) {
                digits.append(Character.digit(point, 10));
              } else if (Character.getType(point) != Character.NON_SPACING_MARK
                  && Character.getType(point) != Character.MODIFIER_SYMBOL) {
                digits.appendCodePoint(point);
              }
            });
    return digits.toString().replaceAll("(\\p{L})\\1{2,}", "$1");
  }
}
