package io.rihla.functions.brain.retrieval;

import io.rihla.schemas.prompts.FaqContent;
import io.rihla.schemas.prompts.FaqEntry;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The FAQ of a day: entries out of season are not in its index. An index is built when the content
 * or the season changes, and kept while it is in use.
 */
public final class FaqIndexes {
  private static final int KEPT = 8;

  private final Map<String, List<FaqEntry>> parsed = recent();
  private final Map<List<FaqEntry>, Faq> built = recent();

  /** The FAQ that a content means on a day. */
  public synchronized Faq of(String content, LocalDate day) {
    List<FaqEntry> inSeason =
        kept(parsed, content, text -> FaqContent.parse(text).entries()).stream()
            .filter(entry -> entry.isValid(day))
            .toList();
    return kept(built, inSeason, Faq::new);
  }

  private static <K, V> V kept(Map<K, V> known, K key, Function<K, V> make) {
    V value = known.get(key);
    if (value == null) {
      value = make.apply(key);
      known.put(key, value);
    }
    return value;
  }

  private static <K, V> Map<K, V> recent() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > KEPT;
      }
    };
  }
}
