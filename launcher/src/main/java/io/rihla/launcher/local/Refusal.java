package io.rihla.launcher.local;

/** Why a command cannot be carried out: one sentence that a person can act on. */
public final class Refusal extends RuntimeException {
  public Refusal(String sentence) {
    super(sentence);
  }

  public Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
