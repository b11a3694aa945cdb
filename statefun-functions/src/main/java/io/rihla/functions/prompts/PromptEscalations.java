package io.rihla.functions.prompts;

import io.rihla.functions.conversation.Escalations;
import io.rihla.functions.texts.Texts;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.prompts.EscalationTriggers;
import io.rihla.schemas.prompts.PromptType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The triggers and the out-of-hours text that are in production. */
public final class PromptEscalations implements Escalations {
  private record Known(String content, EscalationTriggers triggers) {}

  private final Prompts prompts;
  private final String company;
  private volatile Known known = new Known("", EscalationTriggers.standard());

  public PromptEscalations(Prompts prompts, String company) {
    this.prompts = prompts;
    this.company = company;
  }

  @Override
  public EscalationTriggers triggers() {
    String content = prompts.now().text(PromptType.ESCALATION_TRIGGERS, Language.ID);
    Known current = known;
    if (!current.content().equals(content)) {
      current = new Known(content, EscalationTriggers.parse(content).triggers());
      known = current;
    }
    return current.triggers();
  }

  @Override
  public String outOfHours(Language language, @Nullable String name) {
    return text(language, "out_of_hours", name);
  }

  private String text(Language language, String text, @Nullable String name) {
    Texts texts = Texts.of(prompts.now());
    String known = name == null ? "" : name.strip();
    Map<String, String> values = new HashMap<>(Map.of("company", company, "name", known));
    values.put(
        "salutation",
        known.isEmpty()
            ? texts.render(language, "salutation_unknown", Map.of())
            : texts.render(language, "salutation", Map.of("name", known)));
    return texts.render(language, text, values);
  }
}
