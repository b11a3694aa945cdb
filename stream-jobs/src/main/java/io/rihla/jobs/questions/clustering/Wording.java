package io.rihla.jobs.questions.clustering;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a text as they are compared: spellings, synonyms, endings and beginnings aside. */
final class Wording {
  private static final int LONGEST_TEXT = 1_000;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:'\\p{L}+)?");
  private static final Pattern MARKS = Pattern.compile("[\\u0640\\u064B-\\u065F]");
  private static final Pattern DRAWN_OUT = Pattern.compile("(.)\\1{2,}");
  private static final Pattern DOUBLED = Pattern.compile("(\\p{L}{3,})2");
  private static final List<String> ENDINGS = List.of("nya", "ny", "kah", "lah");
  private static final List<String> SUFFIXES =
      List.of("nya", "kah", "lah", "pun", "in", "kan", "an", "i");
  private static final List<String> PREFIXES =
      List.of("meng", "mem", "men", "peng", "pem", "pen", "ber", "ter", "per", "di", "ke", "me");
  private static final int SHORTEST_STEM = 4;
  private static final int SHORTEST_WORD = 3;

  private final Vocabulary vocabulary;

  Wording(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Words as written, in lower case. */
  static List<String> split(String text) {
    String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    String plain =
        MARKS
            .matcher(Normalizer.normalize(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
            .replaceAll("")
            .replace('\u2019', '\'');
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(plain);
    while (matcher.find()) {
      String word = DRAWN_OUT.matcher(matcher.group()).replaceAll("$1");
      Matcher doubled = DOUBLED.matcher(word);
      words.add(doubled.matches() ? doubled.group(1) : word);
    }
    return words;
  }

  /** Words as they are compared. */
  List<String> of(String text) {
    List<String> written = split(text);
    List<String> read = new ArrayList<>(written.size());
    for (int at = 0; at < written.size(); ) {
      int length = phraseAt(written, at);
      if (length > 1) {
        read.add(String.valueOf(vocabulary.phrase(written, at, length)));
      } else {
        read.add(word(written.get(at)));
      }
      at += length;
    }
    return read;
  }

  private int phraseAt(List<String> words, int at) {
    for (int length = 3; length > 1; length--) {
      if (vocabulary.phrase(words, at, length) != null) {
        return length;
      }
    }
    return 1;
  }

  private String word(String written) {
    String known = vocabulary.meaning(written);
    if (known != null) {
      return known;
    }
    String bare = withoutEnding(written);
    String knownBare = vocabulary.meaning(bare);
    if (knownBare != null) {
      return knownBare;
    }
    String stem = stem(bare);
    @Nullable String knownStem = vocabulary.meaning(stem);
    return knownStem != null ? knownStem : stem;
  }

  private String withoutEnding(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending)) {
        String bare = word.substring(0, word.length() - ending.length());
        if (bare.length() >= SHORTEST_WORD
            || (bare.length() > 1 && vocabulary.meaning(bare) != null)) {
          return bare;
        }
      }
    }
    return word;
  }

  private static String stem(String word) {
    String stem = word;
    for (String suffix : SUFFIXES) {
      if (stem.endsWith(suffix) && stem.length() - suffix.length() >= SHORTEST_STEM) {
        stem = stem.substring(0, stem.length() - suffix.length());
        break;
      }
    }
    for (String prefix : PREFIXES) {
      if (stem.startsWith(prefix) && stem.length() - prefix.length() >= SHORTEST_STEM) {
        return stem.substring(prefix.length());
      }
    }
    return stem;
  }
}
