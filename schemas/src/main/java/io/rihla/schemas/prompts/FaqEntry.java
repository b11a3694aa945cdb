package io.rihla.schemas.prompts;

import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.TopicOfQuestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question customers ask, the ways they ask it, and the agency's answer.
 *
 * @param questions at least those in Bahasa
 * @param answer at least the one in Bahasa
 * @param validFrom the first day it is used; null from ever
 * @param validUntil the last day it is used; null for ever
 */
public record FaqEntry(
    String id,
    TopicOfQuestion topic,
    Map<Language, List<String>> questions,
    Map<Language, String> answer,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil) {

  /** How the entry is named among the facts of an answer. */
  public String fact() {
    return "faq:" + id;
  }

  /** Whether it may be used on a day. */
  public boolean isValid(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validUntil == null || !day.isAfter(validUntil));
  }

  /** The answer for a customer of this language, if the agency wrote one. */
  public Optional<String> answer(Language language) {
    return Optional.ofNullable(answer.get(language));
  }

  /** The same, or else the answer in Bahasa, which a language model can translate. */
  public String answerOrBahasa(Language language) {
    return answer(language).or(() -> answer(Language.ID)).orElse("");
  }
}
