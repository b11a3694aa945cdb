package io.rihla.launcher.verify;

import java.util.List;

/**
 * What came out for one rule.
 *
 * @param checked how many things the rule was applied to
 * @param pending not yet as it must be, but young enough
 */
public record Finding(
    String rule,
    String promise,
    long checked,
    List<Violation> pending,
    List<Violation> violations,
    List<String> remarks) {
  public boolean holds() {
    return violations.isEmpty();
  }
}
