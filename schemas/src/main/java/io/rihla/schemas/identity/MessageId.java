package io.rihla.schemas.identity;

import java.util.Optional;

/**
 * WAHA's message id {@code fromMe_chat_BARE[_participant]}, which sometimes is the bare id alone.
 * Duplicates carry the same bare id under different chats, so that is what identity hangs on.
 */
public record MessageId(
    Optional<Boolean> fromMe, Optional<ChatId> chat, String bare, Optional<String> participant) {

  public MessageId {
    if (bare.isEmpty()) {
      throw new IllegalArgumentException("a message id has a bare id");
    }
  }

  /** Reads any text that WAHA calls a message id; what has no known shape is a bare id. */
  public static MessageId parse(String text) {
    boolean fromMe = text.startsWith("true_");
    if (!fromMe && !text.startsWith("false_")) {
      return afterPrefix(text, Optional.empty());
    }
    String rest = text.substring(text.indexOf('_') + 1);
    return afterPrefix(rest.isEmpty() ? text : rest, Optional.of(fromMe));
  }

  private static MessageId afterPrefix(String text, Optional<Boolean> fromMe) {
    int at = text.indexOf('@');
    int chatEnd = at < 0 ? -1 : text.indexOf('_', at);
    Optional<ChatId> chat =
        chatEnd < 0 ? Optional.empty() : ChatId.parse(text.substring(0, chatEnd));
    String rest = chat.isPresent() ? text.substring(chatEnd + 1) : text;
    int participant = rest.indexOf('_');
    if (rest.isEmpty() || participant <= 0) {
      return new MessageId(fromMe, chat, rest.isEmpty() ? text : rest, Optional.empty());
    }
    return new MessageId(
        fromMe, chat, rest.substring(0, participant), Optional.of(rest.substring(participant + 1)));
  }
}
