package io.rihla.api.prompts;

import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.prompts.BuiltinPrompts;
import io.rihla.schemas.prompts.PromptLabel;
import io.rihla.schemas.prompts.PromptRule;
import io.rihla.schemas.prompts.PromptSet;
import io.rihla.schemas.prompts.PromptType;
import io.rihla.schemas.prompts.PromptVersion;
import io.rihla.schemas.topics.CompactedTopicView;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The versions as their topic has them, with those that come with Rihla among them. */
final class PromptShelf {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final CompactedTopicView<PromptVersion> view;

  PromptShelf(CompactedTopicView<PromptVersion> view) {
    this.view = view;
  }

  void requireComplete() {
    if (!view.isComplete()) {
      throw new ProblemException(
          Problem.unavailable("the prompts are still being read: try again in a moment"));
    }
  }

  /** What holds now. */
  PromptSet production() {
    return PromptSet.production(view.all());
  }

  /** All versions of a type in a language, the newest first. */
  List<PromptVersion> history(PromptType type, Language language) {
    return BuiltinPrompts.among(view.all(), type, language).stream()
        .sorted(
            Comparator.comparingLong(PromptVersion::createdAt)
                .thenComparing(PromptVersion::version)
                .reversed())
        .toList();
  }

  Optional<PromptVersion> labelled(PromptType type, Language language, PromptLabel label) {
    return history(type, language).stream().filter(one -> one.label() == label).findFirst();
  }

  /** The version in production; there is always one. */
  String inProduction(PromptType type, Language language) {
    return labelled(type, language, PromptLabel.PRODUCTION).orElseThrow().version();
  }

  PromptVersion find(PromptType type, Language language, String version) {
    return history(type, language).stream()
        .filter(one -> one.version().equals(version))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.notFound("%s has no version %s".formatted(type, version))));
  }

  /**
   * The version that was in production before the present one: the label left it at the moment it
   * reached the other.
   */
  PromptVersion before(PromptType type, Language language) {
    Long moved =
        labelled(type, language, PromptLabel.PRODUCTION).map(PromptVersion::movedAt).orElse(null);
    return history(type, language).stream()
        .filter(one -> moved != null && one.label() != PromptLabel.PRODUCTION)
        .filter(one -> Objects.equals(one.movedAt(), moved))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        409,
                        "rejected",
                        "Conflict",
                        "nothing was in production before: put a version or move the label")));
  }

  /** The topic follows the audit by a moment. */
  PromptVersion stored(PromptVersion wanted, Predicate<PromptVersion> condition) {
    try {
      var unused = view.await(PromptSet.key(wanted), condition, PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return view.get(PromptSet.key(wanted)).orElse(wanted);
  }

  /** Each type with each of its languages. */
  static Stream<PromptVersion> places() {
    return BuiltinPrompts.all().stream();
  }

  static boolean perLanguage(PromptType type) {
    return PromptRule.of(type).perLanguage();
  }
}
