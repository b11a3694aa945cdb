package io.rihla.functions.prompts;

import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.functions.PromptState;
import io.rihla.schemas.prompts.BuiltinPrompts;
import io.rihla.schemas.prompts.PromptLabel;
import io.rihla.schemas.prompts.PromptType;
import io.rihla.schemas.prompts.PromptVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one type in one language, beside all others of the type. The one that comes with
 * Rihla stands there from the beginning, in production until another takes its place.
 *
 * @param all every version of the type
 * @param own those of the language
 * @param changed those that a command has changed
 */
record Shelf(List<PromptVersion> all, List<PromptVersion> own, List<PromptVersion> changed) {

  static Shelf of(PromptState state, PromptType type, Language language) {
    return new Shelf(
        state.versions(), BuiltinPrompts.among(state.versions(), type, language), List.of());
  }

  Optional<PromptVersion> find(String version) {
    return own.stream().filter(one -> one.version().equals(version)).findFirst();
  }

  /** Why nothing may take the place of an expected version: another one is in production. */
  Optional<String> unlike(@Nullable String expected) {
    return own.stream()
        .filter(one -> one.label() == PromptLabel.PRODUCTION)
        .map(PromptVersion::version)
        .filter(version -> expected != null && !version.equals(expected))
        .map(
            version ->
                "version %s is in production, not %s: look again before you replace it"
                    .formatted(version, expected))
        .findFirst();
  }

  /** With a version on it, at the end if it is new. */
  Shelf holding(PromptVersion version, String actor, long now) {
    return find(version.version()).isPresent()
        ? this
        : replaced(version.withMovedAt(now).withMovedBy(actor));
  }

  /** With a label at a version; it leaves the version that had it. */
  Shelf move(String version, PromptLabel label, String actor, long now) {
    Shelf next = this;
    for (PromptVersion one : own) {
      boolean target = one.version().equals(version);
      boolean had = one.label() == label && label != PromptLabel.NONE;
      if (target ? !had : had) {
        next =
            next.replaced(
                one.withLabel(target ? label : PromptLabel.NONE)
                    .withMovedAt(now)
                    .withMovedBy(actor));
      }
    }
    return next;
  }

  private Shelf replaced(PromptVersion version) {
    return new Shelf(with(all, version), with(own, version), with(changed, version));
  }

  private static List<PromptVersion> with(List<PromptVersion> versions, PromptVersion version) {
    List<PromptVersion> next = new ArrayList<>(versions);
    for (int place = 0; place < next.size(); place++) {
      PromptVersion one = next.get(place);
      if (one.version().equals(version.version()) && one.language() == version.language()) {
        next.set(place, version);
        return List.copyOf(next);
      }
    }
    next.add(version);
    return List.copyOf(next);
  }
}
