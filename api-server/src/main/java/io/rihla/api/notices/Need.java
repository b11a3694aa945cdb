package io.rihla.api.notices;

import io.rihla.schemas.conversation.AlertRaised;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.HandoverRequested;
import io.rihla.schemas.conversation.Priority;
import io.rihla.schemas.conversation.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a person is needed.
 *
 * @param kind handover, escalation or alert
 * @param reason a reason of the conversation's, or the kind of alert
 */
record Need(
    String eventId,
    String conversationId,
    long at,
    String kind,
    String reason,
    @Nullable Role role,
    Priority priority,
    @Nullable String packageCode,
    @Nullable String notes) {

  /** Empty for what asks for nobody. */
  static Optional<Need> of(ConversationEvent event) {
    return switch (event.payload()) {
      case HandoverRequested need ->
          Optional.of(
              of(
                  event,
                  "handover",
                  need.reason().name(),
                  need.role(),
                  need.priority(),
                  need.packageCode(),
                  need.notes()));
      case Escalated need ->
          Optional.of(
              of(
                  event,
                  "escalation",
                  need.reason().name(),
                  need.role(),
                  need.priority(),
                  need.packageCode(),
                  need.notes()));
      case AlertRaised alert ->
          Optional.of(
              of(
                  event,
                  "alert",
                  alert.kind(),
                  alert.role(),
                  alert.priority() == null ? Priority.NORMAL : alert.priority(),
                  null,
                  alert.detail()));
      default -> Optional.empty();
    };
  }

  private static Need of(
      ConversationEvent event,
      String kind,
      String reason,
      @Nullable Role role,
      Priority priority,
      @Nullable String packageCode,
      @Nullable String notes) {
    return new Need(
        event.eventId(),
        event.conversationId(),
        event.recordedAt(),
        kind,
        reason,
        role,
        priority,
        packageCode,
        notes);
  }
}
