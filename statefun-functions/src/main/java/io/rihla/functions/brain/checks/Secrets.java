package io.rihla.functions.brain.checks;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an answer must not repeat: the canary of its prompt, plain or disguised, and long pieces of
 * the instructions.
 */
public final class Secrets {
  private static final int WORDS_IN_A_ROW = 8;
  private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/_-]{12,}={0,2}");

  private final String canary;
  private final Set<String> runs = new HashSet<>();

  private Secrets(String canary, List<String> instructions) {
    this.canary = letters(canary);
    instructions.forEach(text -> runs.addAll(runs(text)));
  }

  /** Nothing is secret: for a brain without a prompt. */
  public static Secrets none() {
    return new Secrets("", List.of());
  }

  public static Secrets of(String canary, List<String> instructions) {
    return new Secrets(canary, instructions);
  }

  boolean hasCanary(String text) {
    if (canary.isEmpty()) {
      return false;
    }
    String plain = letters(text);
    return plain.contains(canary)
        || plain.contains(new StringBuilder(canary).reverse())
        || ENCODED.matcher(text).results().anyMatch(match -> decoded(match.group()));
  }

  boolean hasInstructions(String text) {
    return runs(text).stream().anyMatch(runs::contains);
  }

  private boolean decoded(String encoded) {
    String bare = encoded.replaceAll("=+$", "").replace('-', '+').replace('_', '/');
    if (bare.length() % 4 == 1) {
      return false;
    }
    byte[] bytes = Base64.getDecoder().decode(bare);
    return letters(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains(canary);
  }

  private static Set<String> runs(String text) {
    List<String> words =
        BREAK.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty()).toList();
    Set<String> runs = new HashSet<>();
    for (int start = 0; start + WORDS_IN_A_ROW <= words.size(); start++) {
      runs.add(String.join(" ", words.subList(start, start + WORDS_IN_A_ROW)));
    }
    return runs;
  }

  private static String letters(String text) {
    return BREAK.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
