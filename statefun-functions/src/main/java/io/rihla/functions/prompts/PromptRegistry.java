package io.rihla.functions.prompts;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.functions.PromptState;
import io.rihla.schemas.prompts.BuiltinPrompts;
import io.rihla.schemas.prompts.ContentFault;
import io.rihla.schemas.prompts.MoveLabel;
import io.rihla.schemas.prompts.PromptCommand;
import io.rihla.schemas.prompts.PromptContent;
import io.rihla.schemas.prompts.PromptLabel;
import io.rihla.schemas.prompts.PromptType;
import io.rihla.schemas.prompts.PromptVersion;
import io.rihla.schemas.prompts.PutPrompt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of the versions of one type of prompt. A version never changes once it is
 * there; only labels move, and exactly one version of a language is in production.
 */
public final class PromptRegistry {
  private PromptRegistry() {}

  /** The answer to a command, the versions after it, and those it changed. */
  public record Verdict(AdminAction action, PromptState state, List<PromptVersion> changed) {}

  public static PromptState begin() {
    return new PromptState(List.of());
  }

  public static Verdict decide(PromptState current, PromptCommand command, long now) {
    return switch (command.order()) {
      case PutPrompt put -> put(current, command, put, now);
      case MoveLabel move -> move(current, command, move, now);
    };
  }

  private static Verdict put(PromptState current, PromptCommand command, PutPrompt put, long now) {
    PromptType type = command.promptType();
    if (!PromptContent.isVersion(put.version())) {
      return rejected(current, command, "version is no name such as v12 or 2027-03-ramadhan", now);
    }
    if (put.language() != BuiltinPrompts.slot(type, put.language())) {
      return rejected(current, command, "language: " + type + " holds for all languages", now);
    }
    List<ContentFault> faults = PromptContent.faults(type, put.content());
    if (!faults.isEmpty()) {
      return rejected(
          current,
          command,
          faults.stream()
              .map(fault -> "content%s %s".formatted(fault.place(), fault.message()))
              .collect(Collectors.joining("; ")),
          now);
    }
    Shelf shelf = Shelf.of(current, type, put.language());
    Optional<PromptVersion> same = shelf.find(put.version());
    if (same.filter(one -> !one.content().equals(put.content())).isPresent()) {
      return rejected(
          current,
          command,
          "version %s exists with other content and never changes: choose another name"
              .formatted(put.version()),
          now);
    }
    Optional<String> meanwhile =
        put.activate() ? shelf.unlike(put.expectedVersion()) : Optional.empty();
    if (meanwhile.isPresent()) {
      return rejected(current, command, meanwhile.get(), now);
    }
    Shelf next =
        shelf.holding(same.orElseGet(() -> fresh(command, put, now)), command.actor(), now);
    PromptLabel label = put.activate() ? PromptLabel.PRODUCTION : PromptLabel.STAGING;
    boolean stays =
        !put.activate()
            && next.find(put.version())
                .filter(one -> one.label() == PromptLabel.PRODUCTION)
                .isPresent();
    return accepted(
        current,
        command,
        stays ? next : next.move(put.version(), label, command.actor(), now),
        now);
  }

  private static Verdict move(
      PromptState current, PromptCommand command, MoveLabel move, long now) {
    Language language = BuiltinPrompts.slot(command.promptType(), move.language());
    Shelf shelf = Shelf.of(current, command.promptType(), language);
    Optional<PromptVersion> found = shelf.find(move.version());
    if (found.isEmpty()) {
      return rejected(current, command, "there is no version " + move.version(), now);
    }
    Optional<String> meanwhile =
        move.label() == PromptLabel.PRODUCTION
            ? shelf.unlike(move.expectedVersion())
            : Optional.empty();
    if (meanwhile.isPresent()) {
      return rejected(current, command, meanwhile.get(), now);
    }
    boolean inProduction = found.get().label() == PromptLabel.PRODUCTION;
    if (inProduction && move.label() != PromptLabel.PRODUCTION) {
      return rejected(
          current,
          command,
          "version %s is in production: put another version there first".formatted(move.version()),
          now);
    }
    return accepted(
        current,
        command,
        inProduction ? shelf : shelf.move(move.version(), move.label(), command.actor(), now),
        now);
  }

  private static PromptVersion fresh(PromptCommand command, PutPrompt put, long now) {
    return new PromptVersion(
        command.promptType(),
        put.version(),
        put.language(),
        put.content(),
        PromptLabel.NONE,
        command.actor(),
        put.updatedBy(),
        now,
        command.commandId(),
        null,
        null);
  }

  private static Verdict accepted(
      PromptState current, PromptCommand command, Shelf shelf, long now) {
    return new Verdict(
        action(command, AuditOutcome.ACCEPTED, null, now),
        current.withVersions(shelf.all()),
        shelf.changed());
  }

  private static Verdict rejected(
      PromptState current, PromptCommand command, String reason, long now) {
    return new Verdict(action(command, AuditOutcome.REJECTED, reason, now), current, List.of());
  }

  private static AdminAction action(
      PromptCommand command, AuditOutcome outcome, @Nullable String reason, long now) {
    return switch (command.order()) {
      case PutPrompt put ->
          action(command, "prompt.put", put.language(), put.version(), outcome, reason, now);
      case MoveLabel move ->
          action(
              command,
              "prompt.label." + move.label().name().toLowerCase(java.util.Locale.ROOT),
              move.language(),
              move.version(),
              outcome,
              reason,
              now);
    };
  }

  private static AdminAction action(
      PromptCommand command,
      String name,
      Language language,
      String version,
      AuditOutcome outcome,
      @Nullable String reason,
      long now) {
    return new AdminAction(
        command.commandId(),
        now,
        command.actor(),
        command.role(),
        command.origin(),
        name,
        "%s/%s/%s".formatted(command.promptType(), language, version),
        outcome,
        reason,
        null);
  }
}
