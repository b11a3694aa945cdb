package io.rihla.functions.intent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The forms under which a word may stand in the vocabulary, the likeliest first. */
final class WordForms {
  private static final List<String> ENDINGS =
      List.of("nya", "kah", "lah", "ny", "in", "kan", "an", "pun", "ku", "mu", "kk", "x");
  private static final List<String> BEGINNINGS =
      List.of("di", "nge", "ng", "men", "mem", "meng", "me");
  private static final List<String> ARABIC_BEGINNINGS =
      List.of("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ف", "ل");
  private static final int SHORTEST_STEM = 3;

  private WordForms() {}

  static Set<String> of(String word) {
    Set<String> forms = new LinkedHashSet<>();
    for (String base : bases(word)) {
      forms.add(base);
      withoutEndings(base, forms);
    }
    return forms;
  }

  private static List<String> bases(String word) {
    List<String> bases = new ArrayList<>(List.of(word));
    String single = withoutDoubles(word);
    if (!single.equals(word)) {
      bases.add(single);
    }
    List<String> starts = word.charAt(0) >= 'ا' ? ARABIC_BEGINNINGS : BEGINNINGS;
    for (String start : starts) {
      if (word.startsWith(start) && word.length() >= start.length() + SHORTEST_STEM) {
        bases.add(word.substring(start.length()));
      }
    }
    return bases;
  }

  private static void withoutEndings(String word, Set<String> forms) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() >= ending.length() + SHORTEST_STEM - 1) {
        String stem = word.substring(0, word.length() - ending.length());
        forms.add(stem);
        for (String inner : ENDINGS) {
          if (stem.endsWith(inner) && stem.length() >= inner.length() + SHORTEST_STEM) {
            forms.add(stem.substring(0, stem.length() - inner.length()));
          }
        }
      }
    }
  }

  private static String withoutDoubles(String word) {
    StringBuilder single = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
        single.append(word.charAt(i));
      }
    }
    return single.toString();
  }
}
