package io.rihla.functions.delivery;

import io.rihla.schemas.outbound.FilePart;
import io.rihla.schemas.outbound.PartContent;
import io.rihla.schemas.outbound.PositionPart;
import io.rihla.schemas.outbound.ReplyPart;
import io.rihla.schemas.outbound.TextPart;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds a part among the messages that are already in the chat: by its id where the engine took it,
 * else by what it says, each message for one part only.
 */
final class Reconciliation {
  private Reconciliation() {}

  static Optional<String> find(
      ReplyPart part, List<Waha.OwnMessage> messages, List<String> claimed) {
    return messages.stream()
        .map(Waha.OwnMessage::messageId)
        .filter(part.partId()::equals)
        .findFirst()
        .or(
            () ->
                messages.stream()
                    .filter(message -> !claimed.contains(message.messageId()))
                    .filter(message -> says(part.content(), message))
                    .map(Waha.OwnMessage::messageId)
                    .findFirst());
  }

  private static boolean says(PartContent content, Waha.OwnMessage message) {
    return switch (content) {
      case TextPart text -> !message.media() && same(text.text(), message.text());
      case FilePart file -> message.media() && same(file.caption(), message.text());
      // nothing of a position comes back in a comparable form: its id must do
      case PositionPart position -> false;
    };
  }

  private static boolean same(@Nullable String ours, @Nullable String theirs) {
    return ours != null && theirs != null && ours.strip().equals(theirs.strip());
  }
}
