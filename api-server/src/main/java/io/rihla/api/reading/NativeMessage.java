package io.rihla.api.reading;

import io.rihla.schemas.whatsapp.MessageKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * WhatsApp's own message below {@code _data}: {@code message} (NOWEB) or {@code Message} (GOWS),
 * out of its wrappers; WEBJS has flat fields and a {@code type} instead.
 */
record NativeMessage(Fields data, Fields message) {
  private static final List<String> WRAPPERS =
      List.of(
          "ephemeralMessage",
          "viewOnceMessage",
          "viewOnceMessageV2",
          "viewOnceMessageV2Extension",
          "documentWithCaptionMessage",
          "deviceSentMessage",
          "editedMessage");
  private static final int DEEPEST = 4;

  private static final Map<String, MessageKind> KINDS =
      Map.ofEntries(
          Map.entry("imageMessage", MessageKind.IMAGE),
          Map.entry("videoMessage", MessageKind.VIDEO),
          Map.entry("ptvMessage", MessageKind.VIDEO),
          Map.entry("audioMessage", MessageKind.AUDIO),
          Map.entry("documentMessage", MessageKind.DOCUMENT),
          Map.entry("stickerMessage", MessageKind.STICKER),
          Map.entry("locationMessage", MessageKind.LOCATION),
          Map.entry("liveLocationMessage", MessageKind.LOCATION),
          Map.entry("contactMessage", MessageKind.CONTACT),
          Map.entry("contactsArrayMessage", MessageKind.CONTACT),
          Map.entry("conversation", MessageKind.TEXT),
          Map.entry("extendedTextMessage", MessageKind.TEXT));

  private static final Map<String, MessageKind> WEBJS_TYPES =
      Map.ofEntries(
          Map.entry("chat", MessageKind.TEXT),
          Map.entry("image", MessageKind.IMAGE),
          Map.entry("video", MessageKind.VIDEO),
          Map.entry("ptt", MessageKind.AUDIO),
          Map.entry("audio", MessageKind.AUDIO),
          Map.entry("document", MessageKind.DOCUMENT),
          Map.entry("sticker", MessageKind.STICKER),
          Map.entry("location", MessageKind.LOCATION),
          Map.entry("vcard", MessageKind.CONTACT),
          Map.entry("multi_vcard", MessageKind.CONTACT));

  private static final List<String> WEBJS_NOTICES =
      List.of(
          "e2e_notification",
          "notification_template",
          "notification",
          "gp2",
          "call_log",
          "protocol",
          "ciphertext");

  static NativeMessage of(Fields payload) {
    Fields data = payload.at("_data");
    Fields message = data.at("message").isObject() ? data.at("message") : data.at("Message");
    for (int depth = 0; depth < DEEPEST; depth++) {
      Optional<Fields> inner = unwrapped(message);
      if (inner.isEmpty()) {
        break;
      }
      message = inner.get();
    }
    return new NativeMessage(data, message);
  }

  private static Optional<Fields> unwrapped(Fields message) {
    return WRAPPERS.stream()
        .map(wrapper -> message.at(wrapper, "message"))
        .filter(Fields::isObject)
        .findFirst();
  }

  Optional<MessageKind> kind() {
    for (var name : (Iterable<String>) message.node()::fieldNames) {
      MessageKind kind = KINDS.get(name);
      if (kind != null && message.has(name)) {
        return Optional.of(kind);
      }
    }
    return data.text("type").map(WEBJS_TYPES::get);
  }

  boolean isNotice() {
    return data.text("type").filter(WEBJS_NOTICES::contains).isPresent();
  }

  Optional<String> text() {
    return Fields.first(
        message.text("conversation"),
        message.text("extendedTextMessage", "text"),
        message.text("imageMessage", "caption"),
        message.text("videoMessage", "caption"),
        message.text("documentMessage", "caption"));
  }

  /** The text after an edit, and the bare id of what was edited. */
  Fields edit() {
    return message.at("protocolMessage");
  }

  Optional<String> editedText() {
    Fields edited = edit().at("editedMessage");
    return Fields.first(
        edited.text("conversation"),
        edited.text("extendedTextMessage", "text"),
        edited.text("imageMessage", "caption"),
        edited.text("videoMessage", "caption"));
  }
}
