package io.rihla.api.problem;

import java.util.List;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  public ProblemException(Problem problem, Throwable cause) {
    super(problem.detail(), cause);
    this.problem = problem;
  }

  public static ProblemException badField(String field, String message) {
    return new ProblemException(Problem.badFields(List.of(new FieldFault(field, message))));
  }

  public Problem problem() {
    return problem;
  }
}
