package io.rihla.schemas.prompts;

import java.util.Set;
import java.util.TreeSet;

/**
 * What the content of a type of prompt may be.
 *
 * @param perLanguage whether it is written for each language; else once, for all
 * @param json whether it is data, not a text
 * @param longest in characters
 * @param placeholders what may stand in curly brackets
 * @param required what must
 */
public record PromptRule(
    boolean perLanguage,
    boolean json,
    int longest,
    Set<String> placeholders,
    Set<String> required) {
  private static final int SECTION = 8_000;
  private static final int MESSAGE = 1_500;
  private static final int DATA = 200_000;

  private static final Set<String> PERSON = Set.of("company", "name", "salutation");
  private static final Set<String> PACKAGE =
      Set.of(
          "package",
          "code",
          "price",
          "departure",
          "city",
          "duration",
          "airline",
          "hotels",
          "inclusions",
          "exclusions",
          "itinerary",
          "down_payment",
          "settle_days",
          "payment_note",
          "quota",
          "seats");

  public static PromptRule of(PromptType type) {
    return switch (type) {
      // without these a customer's words could not be told from instructions
      case BASE ->
          section(
              Set.of("company", "language", "marker", "canary"),
              Set.of("language", "marker", "canary"));
      case PERSONALITY, COMPANY, RULES, ESCALATION ->
          section(Set.of("company", "language"), Set.of());
      case FAQ, ESCALATION_TRIGGERS -> new PromptRule(false, true, DATA, Set.of(), Set.of());
      case GREETING_WITH_CODE -> message(union(union(PERSON, PACKAGE), Set.of("question")));
      case GREETING_WITHOUT_CODE -> message(union(PERSON, Set.of("offers", "question")));
      case GREETING_INVALID_CODE -> message(union(PERSON, Set.of("offers", "question", "codes")));
      case HANDOVER_TEXT -> message(union(PERSON, PACKAGE));
      case PREFERENCE_QUESTIONS, HOLDING_TEXT, OUT_OF_HOURS_TEXT, RATING_QUESTION ->
          message(PERSON);
    };
  }

  private static PromptRule section(Set<String> placeholders, Set<String> required) {
    return new PromptRule(false, false, SECTION, placeholders, required);
  }

  private static PromptRule message(Set<String> placeholders) {
    return new PromptRule(true, false, MESSAGE, placeholders, Set.of());
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> union = new TreeSet<>(one);
    union.addAll(other);
    return union;
  }
}
