package io.rihla.launcher.waha;

import io.rihla.schemas.identity.ChatId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One bubble of a chat. Its identity within the chat is {@link #key}.
 *
 * @param id bare id, without prefix and chat
 * @param customer whose chat it is in
 * @param source {@code app} when a person typed it, {@code api} when WAHA was asked to send it
 * @param at epoch ms
 */
public record Message(
    String id,
    String customer,
    boolean fromMe,
    String source,
    long at,
    Content content,
    @Nullable AdReferral ad,
    @Nullable String replyTo,
    Ack ack,
    boolean edited,
    boolean revoked,
    @Nullable String customerReaction,
    @Nullable String ownReaction) {

  static Message of(
      String id, String customer, boolean fromMe, String source, long at, Content content) {
    return new Message(
        id,
        customer,
        fromMe,
        source,
        at,
        content,
        null,
        null,
        fromMe ? Ack.PENDING : Ack.DEVICE,
        false,
        false,
        null,
        null);
  }

  /** WAHA's name of it. */
  public String fullId(ChatId chat) {
    return fromMe + "_" + chat + "_" + id;
  }

  public String key() {
    return fromMe + "_" + id;
  }

  public long seconds() {
    return at / 1000;
  }

  public Instant instant() {
    return Instant.ofEpochSecond(seconds());
  }

  /** The text or caption, or null. */
  public @Nullable String body() {
    return switch (content) {
      case Content.Text text -> text.text();
      case Content.Attachment attachment -> attachment.caption();
      case Content.Place place -> null;
      case Content.Contact contact -> null;
    };
  }

  Message withAd(@Nullable AdReferral newAd) {
    return new Message(
        id,
        customer,
        fromMe,
        source,
        at,
        content,
        newAd,
        replyTo,
        ack,
        edited,
        revoked,
        customerReaction,
        ownReaction);
  }

  Message withReplyTo(@Nullable String target) {
    return new Message(
        id,
        customer,
        fromMe,
        source,
        at,
        content,
        ad,
        target,
        ack,
        edited,
        revoked,
        customerReaction,
        ownReaction);
  }

  Message withAck(Ack newAck) {
    return new Message(
        id,
        customer,
        fromMe,
        source,
        at,
        content,
        ad,
        replyTo,
        newAck,
        edited,
        revoked,
        customerReaction,
        ownReaction);
  }

  Message withText(String text) {
    Content changed =
        switch (content) {
          case Content.Text old -> new Content.Text(text);
          case Content.Attachment file ->
              new Content.Attachment(
                  file.kind(), file.file(), file.mimetype(), file.filename(), text, file.size());
          case Content.Place place ->
              throw new BadCall("message_id names a position, which has no text to edit");
          case Content.Contact contact ->
              throw new BadCall("message_id names a contact, which has no text to edit");
        };
    return new Message(
        id,
        customer,
        fromMe,
        source,
        at,
        changed,
        ad,
        replyTo,
        ack,
        true,
        revoked,
        customerReaction,
        ownReaction);
  }

  Message asRevoked() {
    return new Message(
        id,
        customer,
        fromMe,
        source,
        at,
        content,
        ad,
        replyTo,
        ack,
        edited,
        true,
        customerReaction,
        ownReaction);
  }

  /** What is left of it for those who ask later: a revoked message is empty. */
  Message asTold() {
    return revoked
        ? Message.of(id, customer, fromMe, source, at, new Content.Text("")).withAck(ack)
        : this;
  }

  /** An empty reaction takes the old one back. */
  Message withReaction(boolean own, String emoji) {
    String reaction = emoji.isEmpty() ? null : emoji;
    return new Message(
        id,
        customer,
        fromMe,
        source,
        at,
        content,
        ad,
        replyTo,
        ack,
        edited,
        revoked,
        own ? customerReaction : reaction,
        own ? reaction : ownReaction);
  }
}
