package io.rihla.api.reading;

import io.rihla.schemas.identity.MessageId;
import java.util.Optional;

/** Message ids wherever an engine puts them. */
final class Ids {
  private Ids() {}

  static Optional<MessageId> of(Fields payload) {
    return text(payload).map(Ids::parse);
  }

  static Optional<String> text(Fields payload) {
    return Fields.first(
        payload.text("id"),
        payload.text("id", "_serialized"),
        payload.text("_data", "id", "_serialized"),
        payload.text("_data", "key", "id"),
        payload.text("_data", "Info", "ID"));
  }

  static String bare(String text) {
    return parse(text).bare();
  }

  /**
   * What names neither direction nor chat is bare as it stands, and only an address is a
   * participant: an underscore may as well belong to the id.
   */
  private static MessageId parse(String text) {
    MessageId id = MessageId.parse(text);
    if (id.fromMe().isEmpty() && id.chat().isEmpty()) {
      return new MessageId(Optional.empty(), Optional.empty(), text, Optional.empty());
    }
    return id.participant()
        .filter(rest -> rest.indexOf('@') < 0)
        .map(
            rest -> new MessageId(id.fromMe(), id.chat(), id.bare() + "_" + rest, Optional.empty()))
        .orElse(id);
  }
}
