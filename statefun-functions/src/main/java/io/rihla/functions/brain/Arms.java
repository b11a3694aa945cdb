package io.rihla.functions.brain;

import io.rihla.functions.experiments.Assignment;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.desk.Variant;
import io.rihla.schemas.functions.Exposure;
import io.rihla.schemas.functions.MediaWish;
import io.rihla.schemas.functions.Situation;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.prompts.PromptRule;
import io.rihla.schemas.prompts.PromptSet;
import io.rihla.schemas.prompts.PromptType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The arms of the running experiments one customer is in. A customer is exposed to an experiment
 * when what its arms differ in was part of the answer, in the control as in the others.
 */
record Arms(List<Assignment> assigned) {

  /** The prompts with the sections of these arms. */
  PromptSet in(PromptSet prompts, Language language) {
    PromptSet set = prompts;
    for (Assignment one : assigned) {
      Variant arm = one.variant();
      PromptType section = arm.section();
      String content = arm.content();
      if (section != null && content != null && reaches(section, language)) {
        set =
            set.with(
                set.get(section, language)
                    .withContent(content)
                    .withVersion(one.experiment().name() + "=" + arm.name()));
      }
    }
    return set;
  }

  /** The thought as these arms want it, with what the customer is exposed to by it. */
  Thought on(Thought thought, ThoughtRequest request, Set<PromptType> used) {
    List<MediaWish> unasked =
        thought.media().stream().filter(wish -> !AskedFor.inWords(wish, request)).toList();
    boolean closes = closes(thought, request);
    boolean mediaOff =
        assigned.stream().anyMatch(one -> Boolean.FALSE.equals(one.variant().media()));
    List<Exposure> exposures =
        assigned.stream()
            .filter(
                one ->
                    differs(one, arm -> uses(arm, used, request.language()))
                        || (!unasked.isEmpty() && differs(one, arm -> arm.media() != null))
                        || (closes && differs(one, arm -> arm.callToAction() != null)))
            .map(one -> new Exposure(one.experiment().name(), one.variant().name()))
            .toList();
    Thought next =
        mediaOff
            ? thought
                .withMediaOff(true)
                .withMedia(
                    thought.media().stream().filter(wish -> !unasked.contains(wish)).toList())
            : thought;
    Optional<String> closing =
        assigned.stream()
            .flatMap(one -> Stream.ofNullable(one.variant().callToAction()))
            .findFirst();
    if (closes && closing.isPresent()) {
      next = Closing.with(next, closing.get());
    }
    return exposures.isEmpty()
        ? next
        : next.withExposures(exposures)
            .withVariant(
                exposures.stream()
                    .map(one -> one.experiment() + "=" + one.variant())
                    .collect(Collectors.joining(",")));
  }

  private static boolean differs(Assignment one, Predicate<Variant> in) {
    return one.experiment().variants().stream().anyMatch(in);
  }

  private static boolean uses(Variant arm, Set<PromptType> used, Language language) {
    PromptType section = arm.section();
    return section != null && used.contains(section) && reaches(section, language);
  }

  /** An arm's text is written once, in Bahasa; customers of other languages are left out. */
  private static boolean reaches(PromptType section, Language language) {
    return !PromptRule.of(section).perLanguage() || language == Language.ID;
  }

  /** Whether it is an answer about details that a sentence may close. */
  private static boolean closes(Thought thought, ThoughtRequest request) {
    return request.situation() == Situation.TURN
        && request.language() == Language.ID
        && thought.intent() == Intent.DETAILS
        && thought.needsHuman() == null
        && !thought.answer().isEmpty();
  }
}
