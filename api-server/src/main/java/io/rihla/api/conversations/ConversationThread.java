package io.rihla.api.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with all that was said and all that was decided.
 *
 * @param eventsTruncated whether there are more events than were sent
 */
public record ConversationThread(
    Conversation conversation,
    List<Message> messages,
    List<Event> events,
    boolean eventsTruncated) {

  /** A message in or out. */
  public record Message(
      String messageId,
      String direction,
      String author,
      String kind,
      @Nullable String text,
      @Nullable String mediaUrl,
      @Nullable String sentAt,
      @Nullable String receivedAt,
      @Nullable String replyId,
      @Nullable String partId,
      @Nullable String deliveryStatus,
      long seq) {}

  /** One line of the audit log. */
  public record Event(
      long seq,
      String eventId,
      String type,
      @Nullable String eventTime,
      @Nullable String recordedAt,
      long journey,
      String actor,
      String cause,
      JsonNode payload) {}
}
