package io.rihla.functions.brain.retrieval;

import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.TopicOfQuestion;
import java.util.List;
import java.util.Map;

/** A question customers ask, the ways they ask it, and the agency's answer per language. */
public record FaqEntry(
    String key,
    TopicOfQuestion topic,
    Map<Language, List<String>> questions,
    Map<Language, String> answer) {
  public FaqEntry {
    for (Language language : Language.values()) {
      if (questions.getOrDefault(language, List.of()).isEmpty()
          || answer.getOrDefault(language, "").isBlank()) {
        throw new IllegalArgumentException(
            "FAQ entry %s needs questions and an answer in %s".formatted(key, language));
      }
    }
  }

  /** How the entry is named among the facts of an answer. */
  public String fact() {
    return "faq:" + key;
  }
}
