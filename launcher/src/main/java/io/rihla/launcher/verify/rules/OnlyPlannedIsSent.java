package io.rihla.launcher.verify.rules;

import io.rihla.launcher.verify.Check;
import io.rihla.launcher.verify.Notes;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Logged;
import io.rihla.launcher.verify.history.Shown;
import io.rihla.launcher.verify.rules.Plans.Accepted;
import io.rihla.launcher.verify.rules.Plans.Plan;
import io.rihla.schemas.identity.NoticeKey;
import io.rihla.schemas.outbound.OutboundReply;
import io.rihla.schemas.outbound.ReplyPart;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The log, the outgoing topic and WhatsApp agree on what was said, part by part. */
record OnlyPlannedIsSent(Patience patience) implements Check {
  /** The outgoing topic forgets after thirty days. */
  private static final Duration REMEMBERED = Duration.ofDays(29);

  @Override
  public void check(History history, Notes notes) {
    Plans plans = new Plans(history);
    topic(history, plans, notes);
    log(plans, notes);
    history.shown().ifPresent(shown -> whatsApp(history, shown, plans, notes));
  }

  private static void topic(History history, Plans plans, Notes notes) {
    Map<String, Integer> ordered = new HashMap<>();
    for (Logged<OutboundReply> logged : history.replies()) {
      notes.checked();
      OutboundReply reply = logged.value();
      if (NoticeKey.isOne(reply.customerKey())) {
        continue; // a notice to staff is in no conversation: this record is its plan
      }
      ordered.merge(reply.replyId(), 1, Integer::sum);
      Plan plan = plans.byReply.get(reply.replyId());
      List<String> parts = reply.parts().stream().map(ReplyPart::partId).toList();
      if (plan == null) {
        notes.violation(
            reply.customerKey(), "reply %s goes out unplanned".formatted(reply.replyId()));
      } else if (!plan.reply().partIds().equals(parts)
          || plan.reply().author() != reply.author()
          || !plan.reply().chatId().equals(reply.chatId())) {
        notes.violation(
            reply.customerKey(), "reply %s goes out other than planned".formatted(reply.replyId()));
      }
    }
    for (Plan plan : plans.all) {
      int times = ordered.getOrDefault(plan.reply().replyId(), 0);
      boolean remembered = history.readAt() - plan.event().recordedAt() < REMEMBERED.toMillis();
      boolean right = plan.reply().partIds().isEmpty() ? times == 0 : times == 1 || !remembered;
      if (!right) {
        notes.violation(
            plan.event().customerKey(),
            "reply %s lies %d times in the outgoing topic"
                .formatted(plan.reply().replyId(), times));
      }
    }
  }

  private static void log(Plans plans, Notes notes) {
    for (Accepted sent : plans.accepted) {
      notes.checked();
      Plan plan = plans.byReply.get(sent.replyId());
      if (plan == null || !plan.reply().partIds().contains(sent.partId())) {
        notes.violation(
            sent.customer(),
            "part %s of reply %s was sent unplanned".formatted(sent.partId(), sent.replyId()));
      }
    }
  }

  private void whatsApp(History history, List<Shown> shown, Plans plans, Notes notes) {
    Map<String, String> parts = plans.partOfMessage();
    Map<String, Integer> notices = noticesByChat(history);
    for (Shown message : shown) {
      notes.checked();
      if (parts.containsKey(message.id()) || notices.merge(message.chat(), -1, Integer::sum) >= 0) {
        continue;
      }
      if (patience.mayThink(history, message.at())) {
        notes.pending("", "message %s is not yet known as ours".formatted(message.id()));
      } else {
        notes.violation("", "WhatsApp shows message %s unplanned".formatted(message.id()));
      }
    }
    Set<String> visible = shown.stream().map(Shown::id).collect(Collectors.toSet());
    for (Accepted sent : plans.accepted) {
      if (!visible.contains(sent.messageId()) && sent.at() < history.readAt()) {
        notes.violation(
            sent.customer(),
            "message %s is said to be sent and WhatsApp does not show it"
                .formatted(sent.messageId()));
      }
    }
  }

  /** How many messages to staff a chat may show. */
  private static Map<String, Integer> noticesByChat(History history) {
    Map<String, Integer> notices = new HashMap<>();
    for (Logged<OutboundReply> logged : history.replies()) {
      OutboundReply reply = logged.value();
      if (NoticeKey.isOne(reply.customerKey())) {
        notices.merge(reply.chatId(), reply.parts().size(), Integer::sum);
      }
    }
    return notices;
  }
}
