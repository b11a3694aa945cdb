package io.rihla.jobs.archive;

import io.rihla.jobs.sink.JsonRow;
import io.rihla.jobs.sink.TableRow;
import io.rihla.jobs.source.SourcedEvent;
import io.rihla.schemas.conversation.AdminReplied;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.MediaSent;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.MessageSent;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One WhatsApp message, in or out, as the table keeps it; times in epoch milliseconds. */
public record MessageRow(
    String customerKey,
    String conversationId,
    int journey,
    String session,
    String chatId,
    String direction,
    String author,
    String messageId,
    String kind,
    String text,
    String mediaUrl,
    long sentAt,
    long receivedAt,
    String replyId,
    String partId,
    String eventId,
    long seq,
    int sourcePartition,
    long sourceOffset)
    implements TableRow {
  public static final String TABLE = "messages";

  private static final String IN = "in";
  private static final String OUT = "out";
  private static final String ADMIN = "admin";

  /** The message that an event tells of, if it tells of one. */
  public static Optional<MessageRow> of(SourcedEvent sourced) {
    ConversationEvent event = sourced.event();
    return Optional.ofNullable(
        switch (event.payload()) {
          case MessageReceived in ->
              row(
                  sourced,
                  in.chatId(),
                  IN,
                  "customer",
                  in.messageId(),
                  in.kind().name().toLowerCase(Locale.ROOT),
                  in.text(),
                  in.media() == null ? null : in.media().url(),
                  in.receivedAt(),
                  null,
                  null);
          case MessageSent out ->
              row(
                  sourced,
                  "",
                  OUT,
                  author(event),
                  out.messageId(),
                  "text",
                  out.text(),
                  null,
                  event.recordedAt(),
                  out.replyId(),
                  out.partId());
          case MediaSent out ->
              row(
                  sourced,
                  "",
                  OUT,
                  author(event),
                  out.messageId(),
                  out.mediaType().toLowerCase(Locale.ROOT),
                  out.caption(),
                  out.url(),
                  event.recordedAt(),
                  out.replyId(),
                  out.partId());
          // a reply written in the desk shows up again, part by part, as it is sent
          case AdminReplied desk when desk.replyId() != null -> null;
          case AdminReplied phone ->
              row(
                  sourced,
                  "",
                  OUT,
                  ADMIN,
                  phone.messageId(),
                  "text",
                  phone.text(),
                  null,
                  event.recordedAt(),
                  null,
                  null);
          default -> null; // all other events are about messages, not messages
        });
  }

  private static String author(ConversationEvent event) {
    return event.actor().startsWith("user:") ? ADMIN : "bot";
  }

  private static MessageRow row(
      SourcedEvent sourced,
      String chatId,
      String direction,
      String author,
      @Nullable String messageId,
      String kind,
      @Nullable String text,
      @Nullable String mediaUrl,
      long receivedAt,
      @Nullable String replyId,
      @Nullable String partId) {
    ConversationEvent event = sourced.event();
    return new MessageRow(
        event.customerKey(),
        event.conversationId(),
        event.journey(),
        event.session(),
        chatId,
        direction,
        author,
        orEmpty(messageId),
        kind,
        orEmpty(text),
        orEmpty(mediaUrl),
        event.eventTime(),
        receivedAt,
        orEmpty(replyId),
        orEmpty(partId),
        event.eventId(),
        event.seq(),
        sourced.partition(),
        sourced.offset());
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  @Override
  public byte[] json() {
    return new JsonRow()
        .text("customer_key", customerKey)
        .text("conversation_id", conversationId)
        .number("journey", journey)
        .text("session", session)
        .text("chat_id", chatId)
        .text("direction", direction)
        .text("author", author)
        .text("message_id", messageId)
        .text("kind", kind)
        .text("text", text)
        .text("media_url", mediaUrl)
        .number("sent_at", sentAt)
        .number("received_at", receivedAt)
        .text("reply_id", replyId)
        .text("part_id", partId)
        .text("event_id", eventId)
        .number("seq", seq)
        .number("source_partition", sourcePartition)
        .number("source_offset", sourceOffset)
        .bytes();
  }
}
