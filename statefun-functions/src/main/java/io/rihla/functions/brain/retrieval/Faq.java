package io.rihla.functions.brain.retrieval;

import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.prompts.FaqContent;
import io.rihla.schemas.prompts.FaqEntry;
import io.rihla.schemas.prompts.PromptSet;
import io.rihla.schemas.prompts.PromptType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

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
                  .filter(entry -> entry.answer(language).isPresent())
                  .flatMap(entry -> passages(entry, language))
                  .toList()));
    }
  }

  /** The entries that come with Rihla. */
  public static Faq standard() {
    return new Faq(
        FaqContent.parse(PromptSet.builtin().text(PromptType.FAQ, Language.ID)).entries());
  }

  public List<FaqEntry> entries() {
    return entries;
  }

  /** The entries that fit best, the best first, each once; all of them answer in the language. */
  public List<Passages.Found<FaqEntry>> find(String question, Language language, int most) {
    return Objects.requireNonNull(indexes.get(language)).find(question, most);
  }

  /** The same for who can translate: after them, what the agency wrote in Bahasa alone. */
  public List<FaqEntry> findInAnyLanguage(String question, Language language, int most) {
    return Stream.concat(
            find(question, language, most).stream().map(Passages.Found::target),
            find(question, Language.ID, most).stream()
                .map(Passages.Found::target)
                .filter(entry -> entry.answer(language).isEmpty()))
        .limit(most)
        .toList();
  }

  private static Stream<Passages.Passage<FaqEntry>> passages(FaqEntry entry, Language language) {
    return entry.questions().getOrDefault(language, List.of()).stream()
        .map(question -> new Passages.Passage<>(question, entry));
  }
}
