package io.rihla.launcher.verify;

import io.rihla.launcher.verify.history.History;
import java.util.List;
import java.util.stream.Stream;

/** Rules about one subject. */
public record RuleGroup(String name, List<Rule> rules) {
  /** Applies every rule of the groups. */
  public static Report report(List<RuleGroup> groups, History history) {
    List<Finding> findings =
        groups.stream()
            .flatMap(group -> group.rules().stream())
            .flatMap(rule -> Stream.of(rule.of(history)))
            .toList();
    return new Report(history.readAt(), history.events().size(), findings);
  }
}
