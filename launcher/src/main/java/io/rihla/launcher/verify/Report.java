package io.rihla.launcher.verify;

import java.util.List;

/**
 * What came out of a verification.
 *
 * @param readAt epoch ms
 * @param events how many events the audit log had
 */
public record Report(long readAt, long events, List<Finding> findings) {
  /** Whether no rule is violated; something may still be on its way. */
  public boolean holds() {
    return findings.stream().allMatch(Finding::holds);
  }

  /** Whether no rule is violated and nothing is on its way. */
  public boolean settled() {
    return holds() && findings.stream().allMatch(finding -> finding.pending().isEmpty());
  }
}
