package io.rihla.launcher.verify.rules;

import io.rihla.launcher.verify.Check;
import io.rihla.launcher.verify.Notes;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Logged;
import io.rihla.launcher.verify.rules.Plans.Accepted;
import io.rihla.launcher.verify.rules.Plans.Plan;
import io.rihla.schemas.deadletters.DeadLetter;
import java.util.Set;
import java.util.stream.Collectors;

/** Each part of a planned reply was accepted by WAHA, given up with a reason, or cancelled. */
record EveryPartEnds(Patience patience) implements Check {
  @Override
  public void check(History history, Notes notes) {
    Plans plans = new Plans(history);
    Set<String> sent = plans.accepted.stream().map(Accepted::partId).collect(Collectors.toSet());
    for (Plan plan : plans.all) {
      for (String part : plan.reply().partIds()) {
        notes.checked();
        boolean ended =
            sent.contains(part)
                || plans.failedParts.contains(part)
                || plans.cancelledReplies.contains(plan.reply().replyId())
                || history.letters().stream().anyMatch(letter -> buried(letter, plan));
        if (ended) {
          continue;
        }
        String customer = plan.event().customerKey();
        if (patience.mayDeliver(history, plan.event().recordedAt())) {
          notes.pending(customer, "part %s is being delivered".formatted(part));
        } else {
          notes.violation(
              customer,
              "part %s of reply %s was neither sent nor given up"
                  .formatted(part, plan.reply().replyId()));
        }
      }
    }
  }

  private static boolean buried(Logged<DeadLetter> letter, Plan plan) {
    return plan.event().customerKey().equals(letter.value().customerKey())
        && letter.value().component().equals("delivery")
        && letter.value().occurredAt() >= plan.event().recordedAt();
  }
}
