package io.rihla.jobs.deadletters;

import java.io.Serializable;

/** Opens a channel to the dead letters where the work is done. */
@FunctionalInterface
public interface DeadLetters extends Serializable {
  DeadLetterChannel open();
}
