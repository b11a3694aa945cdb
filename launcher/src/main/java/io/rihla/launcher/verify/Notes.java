package io.rihla.launcher.verify;

import java.util.ArrayList;
import java.util.List;

/** What a check writes down while it goes through a history. */
public final class Notes {
  private final List<Violation> violations = new ArrayList<>();
  private final List<Violation> pending = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private long checked;

  /** Another thing was looked at. */
  public void checked() {
    checked++;
  }

  public void violation(String customer, String what) {
    violations.add(new Violation(customer, what));
  }

  /** Not as it must be in the end, but young enough to become it. */
  public void pending(String customer, String what) {
    pending.add(new Violation(customer, what));
  }

  /** A figure worth knowing that is neither right nor wrong. */
  public void remark(String text) {
    remarks.add(text);
  }

  Finding close(Rule rule) {
    return new Finding(
        rule.name(),
        rule.promise(),
        checked,
        List.copyOf(pending),
        List.copyOf(violations),
        List.copyOf(remarks));
  }
}
