package io.rihla.functions.brain.checks;

import io.rihla.functions.brain.grounding.Fault;
import io.rihla.functions.brain.grounding.GroundingCheck;
import io.rihla.functions.brain.grounding.Sources;
import io.rihla.functions.language.LanguageDetector;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.functions.ThoughtRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every check an answer passes before the conversation sees it; pure. */
public final class AnswerChecks {
  private static final int MOST_PARTS = 4;
  private static final int LONGEST_PART = 1_800;
  private static final int LONGEST_ANSWER = 4_000;
  private static final int ENOUGH_LETTERS = 40;
  private static final double CERTAIN = 0.8;

  private final LanguageDetector languages;

  public AnswerChecks(LanguageDetector languages) {
    this.languages = languages;
  }

  /** Why an answer of a brain without a prompt may not go out; empty when it may. */
  public List<String> faults(Thought thought, ThoughtRequest request, Sources sources) {
    return faults(thought, request, sources, Secrets.none());
  }

  /** Why an answer may not go out, each in words; empty when it may. */
  public List<String> faults(
      Thought thought, ThoughtRequest request, Sources sources, Secrets secrets) {
    String answer = String.join("\n\n", thought.answer());
    String everything =
        Stream.of(
                Stream.of(answer, Objects.requireNonNullElse(thought.question(), "")),
                thought.facts().stream())
            .flatMap(texts -> texts)
            .collect(Collectors.joining("\n"));
    List<String> faults = new ArrayList<>();
    if (secrets.hasCanary(everything)) {
      // nothing else is worth telling, and the answer must not be quoted
      return List.of("leaks the prompt");
    }
    if (secrets.hasInstructions(everything)) {
      faults.add("repeats its instructions");
    }
    length(thought, answer, faults);
    language(answer, request.language(), faults);
    String stated = answer + "\n\n" + Objects.requireNonNullElse(thought.question(), "");
    faults.addAll(Promises.faults(stated, promised(sources)));
    GroundingCheck.faults(stated, sources).stream().map(Fault::text).forEach(faults::add);
    return faults;
  }

  /** Why a raw answer may not even be read: a canary in any field of it. */
  public static List<String> leaks(String raw, Secrets secrets) {
    return secrets.hasCanary(raw) ? List.of("leaks the prompt") : List.of();
  }

  private static void length(Thought thought, String answer, List<String> faults) {
    if (answer.isBlank()) {
      faults.add("is empty");
    }
    if (thought.answer().size() > MOST_PARTS) {
      faults.add("has more than %d parts".formatted(MOST_PARTS));
    }
    if (answer.length() > LONGEST_ANSWER
        || thought.answer().stream().anyMatch(part -> part.length() > LONGEST_PART)) {
      faults.add("is too long");
    }
  }

  private void language(String answer, Language expected, List<String> faults) {
    long letters = answer.codePoints().filter(Character::isLetter).count();
    if (letters < ENOUGH_LETTERS) {
      return;
    }
    long arabic =
        answer
            .codePoints()
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)
            .count();
    boolean mostlyArabic = arabic * 2 > letters;
    boolean wrong =
        expected == Language.AR
            // names of packages and hotels stay in Latin letters
            ? arabic * 4 < letters
            : mostlyArabic
                || languages
                    .detect(answer)
                    .filter(found -> found.confidence() >= CERTAIN)
                    .filter(found -> found.language() != expected)
                    .isPresent();
    if (wrong) {
      faults.add("is not in " + expected);
    }
  }

  /** Texts in which a word such as "gratis" is a fact. */
  private static List<String> promised(Sources sources) {
    return Stream.concat(
            sources.texts().stream(), sources.packages().stream().flatMap(AnswerChecks::words))
        .toList();
  }

  private static Stream<String> words(TravelPackage one) {
    return Stream.of(
            Stream.of(one.name(), Objects.requireNonNullElse(one.paymentTerms().note(), "")),
            one.inclusions().stream(),
            one.exclusions().stream(),
            one.features().stream(),
            one.itinerary().stream().map(day -> day.title() + " " + day.detail()))
        .flatMap(words -> words);
  }
}
