package io.rihla.api.reading;

import io.rihla.schemas.identity.MessageId;
import java.util.Optional;

/** Message ids wherever an engine puts them. */
final class Ids {
  private Ids() {}

  static Optional<MessageId> of(Fields payload) {
    return text(payload).map(MessageId::parse);
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
    return MessageId.parse(text).bare();
  }
}
