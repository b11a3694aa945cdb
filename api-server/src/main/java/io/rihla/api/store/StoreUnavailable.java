package io.rihla.api.store;

import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;

/** ClickHouse did not answer. */
public final class StoreUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  StoreUnavailable(Throwable cause) {
    super("ClickHouse did not answer", cause);
  }

  public ProblemException asProblem() {
    return new ProblemException(
        Problem.unavailable("ClickHouse does not answer: try again in a moment"), this);
  }
}
