package io.rihla.jobs.deadletters;

import io.rihla.schemas.deadletters.DeadLetter;

/** Takes dead letters; returns only when they are kept. */
public interface DeadLetterChannel extends AutoCloseable {
  void send(DeadLetter letter) throws NotSent, InterruptedException;

  @Override
  void close();

  /** The letter may be lost: send it again. */
  final class NotSent extends Exception {
    private static final long serialVersionUID = 1;

    public NotSent(Throwable cause) {
      super(cause.toString(), cause);
    }
  }
}
