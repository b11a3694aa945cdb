package io.rihla.functions.prompts;

import io.rihla.schemas.prompts.PromptSet;

/** The prompts as they are now. */
public interface Prompts {
  /** What is in production. */
  PromptSet now();

  /** What would be if all that is staged went to production. */
  PromptSet staged();

  /** Those that come with Rihla, for ever. */
  static Prompts builtin() {
    PromptSet set = PromptSet.builtin();
    return new Prompts() {
      @Override
      public PromptSet now() {
        return set;
      }

      @Override
      public PromptSet staged() {
        return set;
      }
    };
  }
}
