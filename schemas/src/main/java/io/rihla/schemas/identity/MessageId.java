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

  /**
   * Reads any text that WAHA calls a message id. What names neither direction nor chat is a bare id
   * as it stands, and only an address is a participant: an underscore may as well be in the id.
   */
  public static MessageId parse(String text) {
    boolean fromMe = text.startsWith("true_");
    boolean prefixed = fromMe || text.startsWith("false_");
    String unprefixed = prefixed ? text.substring(text.indexOf('_') + 1) : text;
    int at = unprefixed.indexOf('@');
    int chatEnd = at < 0 ? -1 : unprefixed.indexOf('_', at);
    Optional<ChatId> chat =
        chatEnd < 0 ? Optional.empty() : ChatId.parse(unprefixed.substring(0, chatEnd));
    String rest = chat.isPresent() ? unprefixed.substring(chatEnd + 1) : unprefixed;
    if (rest.isEmpty() || (!prefixed && chat.isEmpty())) {
      return new MessageId(Optional.empty(), Optional.empty(), text, Optional.empty());
    }
    int address = rest.indexOf('@');
    int participant = address < 0 ? -1 : rest.lastIndexOf('_', address);
    return new MessageId(
        prefixed ? Optional.of(fromMe) : Optional.empty(),
        chat,
        participant <= 0 ? rest : rest.substring(0, participant),
        participant <= 0 ? Optional.empty() : Optional.of(rest.substring(participant + 1)));
  }
}
