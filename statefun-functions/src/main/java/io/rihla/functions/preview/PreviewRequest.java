package io.rihla.functions.preview;

import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.Situation;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.functions.Turn;
import io.rihla.schemas.prompts.PromptType;
import io.rihla.schemas.whatsapp.MessageKind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * For whom a prompt is composed, and with which words.
 *
 * @param staging with what is staged in place of what is in production
 * @param drafts contents that nobody has put yet
 */
public record PreviewRequest(
    @Nullable String customerKey,
    @Nullable String name,
    @Nullable Language language,
    @Nullable Phase phase,
    @Nullable String packageCode,
    @Nullable String message,
    @Nullable List<Line> history,
    boolean staging,
    @Nullable List<Draft> drafts) {

  /** One line of the conversation. */
  public record Line(String author, String text, long at) {}

  /** A content in place of the version that holds. */
  public record Draft(PromptType promptType, @Nullable Language language, String content) {}

  Language spoken() {
    return Objects.requireNonNullElse(language, Language.ID);
  }

  ThoughtRequest thought(long now) {
    return new ThoughtRequest(
        "preview",
        Objects.requireNonNullElse(customerKey, "c_000000000000000000000000"),
        "preview",
        1,
        now,
        Situation.TURN,
        Objects.requireNonNullElse(phase, Phase.LEADS),
        spoken(),
        name,
        packageCode,
        List.of(),
        List.of(
            new BurstMessage(
                "preview", MessageKind.TEXT, Objects.requireNonNullElse(message, ""), null, now)),
        Objects.requireNonNullElse(history, List.<Line>of()).stream()
            .map(line -> new Turn(line.author(), line.text(), line.at(), null))
            .toList(),
        null,
        List.of(),
        false,
        null);
  }
}
