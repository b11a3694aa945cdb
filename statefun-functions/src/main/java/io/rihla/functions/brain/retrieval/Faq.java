package io.rihla.functions.brain.retrieval;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.schemas.conversation.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The questions customers ask, searchable in each language. */
public final class Faq {
  private final List<FaqEntry> entries;
  private final Map<Language, Passages<FaqEntry>> indexes = new EnumMap<>(Language.class);

  public Faq(List<FaqEntry> entries) {
    this.entries = List.copyOf(entries);
    for (Language language : Language.values()) {
      indexes.put(
          language,
          new Passages<>(
              language,
              this.entries.stream()
                  .flatMap(
                      entry ->
                          Objects.requireNonNull(entry.questions().get(language)).stream()
                              .map(question -> new Passages.Passage<>(question, entry)))
                  .toList()));
    }
  }

  /** The entries that come with Rihla. */
  public static Faq standard() {
    try (InputStream in = Faq.class.getResourceAsStream("/faq/faq.json")) {
      return new Faq(
          new ObjectMapper()
              .readValue(Objects.requireNonNull(in), new TypeReference<List<FaqEntry>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException("faq.json", e);
    }
  }

  public List<FaqEntry> entries() {
    return entries;
  }

  /** The entries that fit best, the best first, each once. */
  public List<Passages.Found<FaqEntry>> find(String question, Language language, int most) {
    return Objects.requireNonNull(indexes.get(language)).find(question, most);
  }
}
