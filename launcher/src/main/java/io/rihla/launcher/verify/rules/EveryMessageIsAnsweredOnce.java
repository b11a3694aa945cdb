package io.rihla.launcher.verify.rules;

import io.rihla.launcher.verify.Check;
import io.rihla.launcher.verify.Notes;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Logged;
import io.rihla.launcher.verify.history.Merges;
import io.rihla.launcher.verify.history.Shown;
import io.rihla.launcher.verify.rules.Plans.Accepted;
import io.rihla.launcher.verify.rules.Plans.Plan;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.ThoughtRequested;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * No two answers are about the same message. An answer that was taken back is none, and so nothing
 * of it may ever have been read.
 */
record EveryMessageIsAnsweredOnce() implements Check {
  @Override
  public void check(History history, Notes notes) {
    Plans plans = new Plans(history);
    answeredOnce(history, plans, notes);
    takenBackInTime(history, plans, notes);
  }

  private static void answeredOnce(History history, Plans plans, Notes notes) {
    Merges merges = Merges.of(history);
    Map<String, List<String>> messagesOf = new HashMap<>();
    for (Logged<ConversationEvent> logged : history.events()) {
      if (logged.value().payload() instanceof ThoughtRequested thought) {
        messagesOf.put(thought.thoughtId(), thought.messageIds());
      }
    }
    Map<String, String> answers = new HashMap<>();
    for (Plan plan : plans.all) {
      String replyId = plan.reply().replyId();
      String thought = plan.reply().thoughtId();
      if (thought == null || plans.takenBack.contains(replyId)) {
        continue;
      }
      String customer = merges.of(plan.event().customerKey());
      for (String message : messagesOf.getOrDefault(thought, List.of())) {
        notes.checked();
        String other = answers.put(customer + " " + message, replyId);
        if (other != null && !other.equals(replyId)) {
          notes.violation(
              customer,
              "message %s is answered by reply %s and reply %s".formatted(message, other, replyId));
        }
      }
    }
  }

  private static void takenBackInTime(History history, Plans plans, Notes notes) {
    for (Accepted sent : plans.accepted) {
      if (plans.takenBack.contains(sent.replyId())) {
        notes.violation(
            sent.customer(), "reply %s was taken back and sent".formatted(sent.replyId()));
      }
    }
    Map<String, String> parts = plans.partOfMessage();
    for (Shown shown : history.shown().orElse(List.of())) {
      Plan plan = plans.byPart.get(parts.getOrDefault(shown.id(), shown.id()));
      if (plan != null && plans.takenBack.contains(plan.reply().replyId())) {
        notes.violation(
            plan.event().customerKey(),
            "reply %s was taken back and is shown".formatted(plan.reply().replyId()));
      }
    }
  }
}
