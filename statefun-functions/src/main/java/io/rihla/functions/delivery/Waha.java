package io.rihla.functions.delivery;

import io.rihla.schemas.outbound.PartContent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the delivery needs of WAHA. */
public interface Waha {
  /** How a call went. */
  sealed interface Answer<T> {
    record Done<T>(T value) implements Answer<T> {}

    /** It may or may not have happened: look before doing it again. */
    record Retryable<T>(String reason) implements Answer<T> {}

    /** It did not happen and never will. */
    record Refused<T>(String reason) implements Answer<T> {}
  }

  /** A message of ours that is in the chat. */
  record OwnMessage(String messageId, @Nullable String text, boolean media, long sentAt) {}

  /** Best effort: marks messages as read. */
  void seen(String session, String chatId, List<String> messageIds);

  /** Best effort: shows or hides the typing hint. */
  void typing(String session, String chatId, boolean on);

  /** Our own latest messages in a chat, from {@code since} (epoch ms) on. */
  Answer<List<OwnMessage>> ownMessages(String session, String chatId, long since);

  /** Sends one part; the value is the bare id the message got. */
  Answer<String> send(String session, String chatId, String partId, PartContent content);
}
