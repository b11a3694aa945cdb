package io.rihla.jobs.questions.outcome;

/** How a question ended, as far as is known. */
public record Outcome(boolean answered, boolean escalated, boolean askedAgain) {
  /** The bot answered, no human was needed in the episode, and once was enough. */
  public boolean success() {
    return answered && !escalated && !askedAgain;
  }
}
