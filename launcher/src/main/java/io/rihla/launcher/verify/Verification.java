package io.rihla.launcher.verify;

import io.rihla.launcher.verify.history.History;
import java.time.Duration;
import java.util.List;

/** Reads a history and applies the rules, again and again until it is settled or time is up. */
public record Verification(List<RuleGroup> groups, Source source) {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Where a history comes from. */
  @FunctionalInterface
  public interface Source {
    History read() throws InterruptedException;
  }

  /**
   * @param settle how long to wait for what is on its way
   */
  public Report run(Duration settle) throws InterruptedException {
    long deadline = System.nanoTime() + settle.toNanos();
    Report report = RuleGroup.report(groups, source.read());
    while (!report.settled() && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE);
      report = RuleGroup.report(groups, source.read());
    }
    return report;
  }
}
