package io.rihla.functions.conversation;

import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.prompts.EscalationTriggers;
import org.jspecify.annotations.Nullable;

/** What calls a human beside the rules of the core, as the agency has it now. */
public interface Escalations {
  EscalationTriggers triggers();

  /** What is said beside an answer that calls a human when none is there. */
  String outOfHours(Language language, @Nullable String name);

  /** Nothing but the standard threshold, and somebody is always there. */
  static Escalations standard() {
    return new Escalations() {
      @Override
      public EscalationTriggers triggers() {
        return EscalationTriggers.standard();
      }

      @Override
      public String outOfHours(Language language, @Nullable String name) {
        return "";
      }
    };
  }
}
