package io.rihla.functions.intent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises a word without its vowels ("jdwl") or with a slip of the finger ("pembayarna"). Short
 * words are left as they are: too many real words are one letter away from them.
 */
final class NearWords {
  private static final int SHORTEST_SLIP = 6;
  private static final int SHORTEST_FOR_TWO = 9;
  private static final int SHORTEST_SKELETON = 3;

  private final Map<Character, List<String>> byFirstLetter = new HashMap<>();
  private final Map<String, List<String>> bySkeleton = new HashMap<>();

  NearWords(Map<String, Vocabulary.Sense> senses) {
    senses.forEach(
        (word, sense) -> {
          if (sense.concepts().contains("@common") || word.charAt(0) > 'z') {
            return;
          }
          if (word.length() >= SHORTEST_SLIP) {
            byFirstLetter.computeIfAbsent(word.charAt(0), c -> new ArrayList<>()).add(word);
          }
          String skeleton = skeleton(word);
          if (skeleton.length() >= SHORTEST_SKELETON && skeleton.length() < word.length()) {
            bySkeleton.computeIfAbsent(skeleton, s -> new ArrayList<>()).add(word);
          }
        });
    byFirstLetter.values().forEach(words -> words.sort(Comparator.naturalOrder()));
    bySkeleton.values().forEach(words -> words.sort(Comparator.naturalOrder()));
  }

  Optional<String> find(String word) {
    for (String form : WordForms.of(word)) {
      Optional<String> found = vowelsDropped(form);
      if (found.isPresent()) {
        return found;
      }
    }
    for (String form : WordForms.of(word)) {
      Optional<String> found = slipped(form);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** With three consonants only a word without any vowel: "many" is not "maunya". */
  private Optional<String> vowelsDropped(String word) {
    String skeleton = skeleton(word);
    if (skeleton.length() == SHORTEST_SKELETON && word.length() > SHORTEST_SKELETON) {
      return Optional.empty();
    }
    return bySkeleton.getOrDefault(skeleton, List.of()).stream()
        .filter(known -> word.length() < known.length() && isWithin(word, known))
        .min(Comparator.comparingInt(String::length));
  }

  private Optional<String> slipped(String word) {
    if (word.length() < SHORTEST_SLIP) {
      return Optional.empty();
    }
    int allowed = word.length() >= SHORTEST_FOR_TWO ? 2 : 1;
    String nearest = null;
    int least = allowed + 1;
    for (String known : byFirstLetter.getOrDefault(word.charAt(0), List.of())) {
      if (Math.abs(known.length() - word.length()) <= allowed) {
        int distance = distance(word, known);
        if (distance < least) {
          least = distance;
          nearest = known;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static String skeleton(String word) {
    StringBuilder consonants = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      if ("aeiou".indexOf(word.charAt(i)) < 0) {
        consonants.append(word.charAt(i));
      }
    }
    return consonants.toString();
  }

  /** Whether the letters stand in the other word in the same order. */
  private static boolean isWithin(String word, String other) {
    int at = 0;
    for (int i = 0; i < other.length() && at < word.length(); i++) {
      if (other.charAt(i) == word.charAt(at)) {
        at++;
      }
    }
    return at == word.length();
  }

  /** Letters to insert, drop, replace or swap with their neighbour. */
  private static int distance(String left, String right) {
    int[][] steps = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        int cost = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int best = Math.min(steps[i - 1][j] + 1, steps[i][j - 1] + 1);
        best = Math.min(best, steps[i - 1][j - 1] + cost);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          best = Math.min(best, steps[i - 2][j - 2] + 1);
        }
        steps[i][j] = best;
      }
    }
    return steps[left.length()][right.length()];
  }
}
