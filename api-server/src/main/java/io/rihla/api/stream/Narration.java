package io.rihla.api.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rihla.schemas.conversation.AdminReplied;
import io.rihla.schemas.conversation.AlertCleared;
import io.rihla.schemas.conversation.AlertRaised;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.DeliveryFailed;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.HandoverAssigned;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.HandoverReleased;
import io.rihla.schemas.conversation.HandoverRequested;
import io.rihla.schemas.conversation.HandoverResolved;
import io.rihla.schemas.conversation.MediaSent;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.MessageSent;
import io.rihla.schemas.conversation.MessageStatus;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.conversation.Priority;
import io.rihla.schemas.conversation.ReturnedToBot;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.conversation.TakenOverFromPhone;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells an event to a viewer: its kind and what he may see of it, or nothing. */
final class Narration {
  /** What is told. */
  record Told(String kind, ObjectNode data) {}

  private Narration() {}

  static Optional<Told> tell(ConversationEvent event, Viewer viewer) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("event_id", event.eventId())
        .put("conversation_id", event.conversationId())
        .put("at", event.eventTime());
    String kind =
        switch (event.payload()) {
          case MessageReceived message -> {
            written(data, "in", "customer", message.messageId(), viewer.text(message.text()));
            data.put("type", message.kind().name().toLowerCase(java.util.Locale.ROOT))
                .put("phone", viewer.phone(message.phone()))
                .put("name", viewer.text(message.name()));
            yield "new_message";
          }
          case MessageSent message -> {
            written(data, "out", event.actor(), message.messageId(), viewer.text(message.text()));
            yield "new_message";
          }
          case MediaSent media -> {
            written(data, "out", event.actor(), media.messageId(), viewer.text(media.caption()));
            data.put("type", media.mediaType()).put("url", media.url());
            yield "new_message";
          }
          // what was written in the console comes back as a message that was sent
          case AdminReplied reply when reply.messageId() != null -> {
            written(data, "out", event.actor(), reply.messageId(), viewer.text(reply.text()));
            yield "new_message";
          }
          case PhaseChanged change -> {
            data.put("from", change.from() == null ? null : change.from().name())
                .put("to", change.to().name())
                .put("trigger", change.trigger());
            yield "phase_change";
          }
          case HandoverRequested need -> {
            needed(data, need.reason(), need.role(), need.priority());
            data.put("package_code", need.packageCode()).put("notes", viewer.text(need.notes()));
            yield viewer.concerns(need.role()) ? "handover" : "";
          }
          case Escalated need -> {
            needed(data, need.reason(), need.role(), need.priority());
            data.put("package_code", need.packageCode()).put("notes", viewer.text(need.notes()));
            yield viewer.concerns(need.role()) ? "escalation" : "";
          }
          case AlertRaised alert -> {
            data.put("alert_id", alert.alertId())
                .put("kind", alert.kind())
                .put("detail", viewer.text(alert.detail()))
                .put("cleared", false);
            needed(data, null, alert.role(), alert.priority());
            yield viewer.concerns(alert.role()) ? "alert" : "";
          }
          case AlertCleared alert -> {
            data.put("alert_id", alert.alertId()).put("cleared", true);
            yield "alert";
          }
          case HandoverAssigned assigned -> {
            data.put("state", "assigned").put("assignee", assigned.assignee());
            yield "assigned";
          }
          case HandoverReleased released -> {
            data.put("state", "released").put("assignee", released.assignee());
            yield "assigned";
          }
          case HandoverResolved resolved -> {
            data.put("state", "resolved").put("assignee", resolved.assignee());
            yield "assigned";
          }
          case ReturnedToBot returned -> {
            data.put("state", "returned_to_bot").putNull("assignee");
            yield "assigned";
          }
          case TakenOverFromPhone taken -> {
            data.put("state", "taken_over_from_phone").putNull("assignee");
            yield "assigned";
          }
          case MessageStatus status -> {
            data.put("message_id", status.messageId())
                .put("reply_id", status.replyId())
                .put("status", status.level().name().toLowerCase(java.util.Locale.ROOT));
            yield "delivery";
          }
          case DeliveryFailed failed -> {
            data.put("reply_id", failed.replyId())
                .put("status", "failed")
                .put("reason", failed.reason());
            yield "delivery";
          }
          // how the desk came to it is in the conversation's history
          default -> "";
        };
    return kind.isEmpty() ? Optional.empty() : Optional.of(new Told(kind, data));
  }

  private static void written(
      ObjectNode data,
      String direction,
      String author,
      @Nullable String messageId,
      @Nullable String text) {
    data.put("direction", direction)
        .put("author", author)
        .put("message_id", messageId)
        .put("text", text);
  }

  private static void needed(
      ObjectNode data,
      @Nullable HandoverReason reason,
      @Nullable Role role,
      @Nullable Priority priority) {
    data.put("reason", reason == null ? null : reason.name())
        .put("role", role == null ? null : role.name().toLowerCase(java.util.Locale.ROOT))
        .put(
            "priority",
            priority == null ? null : priority.name().toLowerCase(java.util.Locale.ROOT));
  }
}
