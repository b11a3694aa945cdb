package io.rihla.launcher.verify.rules;

import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Logged;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.DeliveryFailed;
import io.rihla.schemas.conversation.MediaSent;
import io.rihla.schemas.conversation.MessageSent;
import io.rihla.schemas.conversation.ReplyCancelled;
import io.rihla.schemas.conversation.ReplyPlanned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was planned to be said, and what the log says became of it. */
final class Plans {
  /** A reply in the log. */
  record Plan(ConversationEvent event, ReplyPlanned reply) {}

  /** A part that WAHA accepted, as the log has it. */
  record Accepted(String customer, String replyId, String partId, String messageId, long at) {}

  final Map<String, Plan> byReply = new LinkedHashMap<>();
  final Map<String, Plan> byPart = new HashMap<>();
  final List<Plan> all = new ArrayList<>();
  final List<Accepted> accepted = new ArrayList<>();
  final Set<String> failedParts = new HashSet<>();
  final Set<String> cancelledReplies = new HashSet<>();

  /** Nothing of these answers went out: what they answered was answered anew. */
  final Set<String> takenBack = new HashSet<>();

  Plans(History history) {
    for (Logged<ConversationEvent> logged : history.events()) {
      ConversationEvent event = logged.value();
      switch (event.payload()) {
        case ReplyPlanned reply -> {
          Plan plan = new Plan(event, reply);
          all.add(plan);
          byReply.put(reply.replyId(), plan);
          reply.partIds().forEach(part -> byPart.put(part, plan));
        }
        case MessageSent sent ->
            accepted.add(accept(event, sent.replyId(), sent.partId(), sent.messageId()));
        case MediaSent sent ->
            accepted.add(accept(event, sent.replyId(), sent.partId(), sent.messageId()));
        case DeliveryFailed failed -> failedParts.add(failed.partId());
        case ReplyCancelled cancelled -> {
          cancelledReplies.add(cancelled.replyId());
          if (cancelled.reason().equals("superseded")) {
            takenBack.add(cancelled.replyId());
          }
        }
        default -> {
          // not about what is said
        }
      }
    }
  }

  private static Accepted accept(
      ConversationEvent event, String replyId, String partId, String messageId) {
    return new Accepted(event.customerKey(), replyId, partId, messageId, event.eventTime());
  }

  /** The part that each message WhatsApp shows is, by message id. */
  Map<String, String> partOfMessage() {
    Map<String, String> parts = new HashMap<>();
    byPart.keySet().forEach(part -> parts.put(part, part));
    accepted.forEach(sent -> parts.put(sent.messageId(), sent.partId()));
    return parts;
  }
}
