package io.rihla.jobs;

import io.rihla.jobs.deadletters.DeadLetterChannel;
import io.rihla.jobs.deadletters.DeadLetters;
import io.rihla.schemas.deadletters.DeadLetter;

/** For tests in which no row is refused. */
record NoBadRows() implements DeadLetters {
  @Override
  public DeadLetterChannel open() {
    return new DeadLetterChannel() {
      @Override
      public void send(DeadLetter letter) {
        throw new AssertionError("refused: " + letter.detail());
      }

      @Override
      public void close() {}
    };
  }
}
