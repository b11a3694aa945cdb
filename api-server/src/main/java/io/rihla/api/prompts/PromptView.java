package io.rihla.api.prompts;

import io.rihla.schemas.prompts.BuiltinPrompts;
import io.rihla.schemas.prompts.PromptRule;
import io.rihla.schemas.prompts.PromptVersion;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A version as the api shows it; times in ISO 8601 UTC.
 *
 * @param language null where one version holds for all languages
 * @param label PRODUCTION, STAGING or NONE
 * @param author who sent it, by token
 * @param updatedBy who it was sent for
 * @param createdAt null for what comes with Rihla
 */
public record PromptView(
    String promptType,
    @Nullable String language,
    String version,
    String label,
    String content,
    String author,
    String updatedBy,
    @Nullable String createdAt,
    @Nullable String movedAt,
    @Nullable String movedBy,
    boolean builtin) {

  static PromptView of(PromptVersion one) {
    return new PromptView(
        one.promptType().name().toLowerCase(Locale.ROOT),
        PromptRule.of(one.promptType()).perLanguage()
            ? one.language().name().toLowerCase(Locale.ROOT)
            : null,
        one.version(),
        one.label().name(),
        one.content(),
        one.author(),
        one.updatedBy(),
        one.createdAt() == 0 ? null : Instant.ofEpochMilli(one.createdAt()).toString(),
        one.movedAt() == null ? null : Instant.ofEpochMilli(one.movedAt()).toString(),
        one.movedBy(),
        one.version().equals(BuiltinPrompts.VERSION));
  }
}
