package io.rihla.functions.brain;

import io.rihla.functions.brain.retrieval.Faq;
import io.rihla.functions.texts.Texts;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.prompts.PromptSet;
import io.rihla.schemas.prompts.PromptType;
import java.util.EnumSet;
import java.util.Set;

/**
 * The agency's words as one thought speaks them: nothing in it changes while the brain thinks, and
 * it remembers what was used. Made anew for each thought.
 */
public final class Voice {
  private final PromptSet prompts;
  private final Texts texts;
  private final Faq faq;
  private final Set<PromptType> used = EnumSet.noneOf(PromptType.class);

  public Voice(PromptSet prompts, Faq faq) {
    this.prompts = prompts;
    this.texts = Texts.of(prompts).telling(used::add);
    this.faq = faq;
  }

  /** With what comes with Rihla. */
  public static Voice builtin() {
    return new Voice(PromptSet.builtin(), Faq.standard());
  }

  public Texts texts() {
    return texts;
  }

  public Faq faq() {
    used.add(PromptType.FAQ);
    return faq;
  }

  /** A section of the prompt, which is the same for all languages. */
  public String section(PromptType type) {
    used.add(type);
    return prompts.text(type, Language.ID);
  }

  public PromptSet prompts() {
    return prompts;
  }

  /** Which prompts were used so far. */
  public Set<PromptType> used() {
    return Set.copyOf(used);
  }

  /** What was used so far is not what answers. */
  public void begunAnew() {
    used.clear();
  }
}
