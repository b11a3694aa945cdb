package io.rihla.functions.brain.grounding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Dua puluh lima juta" and "twenty-five million" as "25 juta" and "25 million". */
final class NumberWords {
  private static final Map<String, Integer> VALUES = load();
  private static final String WORD =
      "(?:"
          + String.join(
              "|", VALUES.keySet().stream().sorted((a, b) -> b.length() - a.length()).toList())
          + ")";
  private static final Pattern RUN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])%s(?:[\\s-]+(?:and |و)?%s)*(?![\\p{L}\\p{N}])".formatted(WORD, WORD));

  private NumberWords() {}

  /** One is a number only before what is counted; elsewhere it is an article. */
  private static final Pattern ONE =
      Pattern.compile(
          "(?<!\\p{L})(?:(?:satu|one|a)\\s+(?=juta|million|ribu|thousand|miliar|billion)"
              + "|(?:satu|one)\\s+(?=kursi|seat)|se(?=juta\\b|ribu\\b|miliar\\b))");

  static String digits(String text) {
    Matcher matcher = RUN.matcher(ONE.matcher(text).replaceAll("1 "));
    return matcher.replaceAll(run -> Matcher.quoteReplacement(value(run.group())));
  }

  /** Units up to hundreds; thousands and millions stay words, for the money patterns know them. */
  private static String value(String run) {
    int total = 0;
    int last = 0;
    for (String word : run.split("[\\s-]+", -1)) {
      int value =
          Objects.requireNonNullElse(
              VALUES.get(word),
              Objects.requireNonNullElse(VALUES.get(word.replaceFirst("^و", "")), 0));
      switch (value) {
        case 10, 100 -> {
          // "dua puluh", "two hundred"; alone they are ten and a hundred
          boolean multiplies = last > 0 && last < 10 && !TENS.contains(word);
          total += multiplies ? last * value - last : value;
          last = multiplies ? 0 : value;
        }
        case -10 -> {
          // "dua belas"
          total += 10;
          last = 0;
        }
        default -> {
          total += value;
          last = value;
        }
      }
    }
    return Integer.toString(total);
  }

  /** Words for ten and a hundred that never multiply what stands before them. */
  private static final java.util.Set<String> TENS =
      java.util.Set.of("sepuluh", "seratus", "ten", "عشرة", "عشر", "مئة", "مائة");

  private static Map<String, Integer> load() {
    Properties properties = new Properties();
    try (InputStream in = NumberWords.class.getResourceAsStream("/grounding/numbers.properties")) {
      properties.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Integer> values = new HashMap<>();
    for (String number : properties.stringPropertyNames()) {
      for (String word : properties.getProperty(number).split(",", -1)) {
        values.put(word, Integer.valueOf(number));
      }
    }
    return Map.copyOf(values);
  }
}
