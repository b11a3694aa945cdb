package io.rihla.launcher.verify.rules;

import io.rihla.launcher.verify.Check;
import io.rihla.launcher.verify.Notes;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Shown;
import io.rihla.launcher.verify.rules.Plans.Accepted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A part is accepted once in the log, and WhatsApp shows it once. */
record NothingIsSentTwice() implements Check {
  @Override
  public void check(History history, Notes notes) {
    Plans plans = new Plans(history);
    Map<String, Accepted> byPart = new HashMap<>();
    Map<String, String> partByMessage = new HashMap<>();
    for (Accepted sent : plans.accepted) {
      notes.checked();
      if (byPart.put(sent.partId(), sent) != null) {
        notes.violation(sent.customer(), "part %s was sent twice".formatted(sent.partId()));
      }
      String other = partByMessage.put(sent.messageId(), sent.partId());
      if (other != null && !other.equals(sent.partId())) {
        notes.violation(
            sent.customer(),
            "message %s is said to be part %s and part %s"
                .formatted(sent.messageId(), other, sent.partId()));
      }
    }
    Map<String, String> parts = plans.partOfMessage();
    Map<String, String> shownAs = new HashMap<>();
    for (Shown shown : history.shown().orElse(List.of())) {
      String part = parts.get(shown.id());
      if (part == null) {
        continue;
      }
      String other = shownAs.put(part, shown.id());
      if (other != null && !byPartTold(plans, part)) {
        notes.violation(
            Objects.requireNonNull(plans.byPart.get(part)).event().customerKey(),
            "part %s is shown as message %s and message %s".formatted(part, other, shown.id()));
      }
    }
  }

  /** Whether the log itself tells of two sends: that is one fault and not two. */
  private static boolean byPartTold(Plans plans, String part) {
    return plans.accepted.stream().filter(sent -> sent.partId().equals(part)).count() > 1;
  }
}
