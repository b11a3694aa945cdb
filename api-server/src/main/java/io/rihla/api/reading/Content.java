package io.rihla.api.reading;

import io.rihla.schemas.whatsapp.GeoPoint;
import io.rihla.schemas.whatsapp.Media;
import io.rihla.schemas.whatsapp.MessageKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a message carries, whatever the engine. */
record Content(
    MessageKind kind,
    Optional<String> text,
    Optional<Media> media,
    Optional<GeoPoint> location,
    List<String> contacts) {

  static Content of(Fields payload, NativeMessage inner) {
    Optional<GeoPoint> location = location(payload, inner);
    Optional<Media> media = media(payload);
    List<String> contacts = payload.texts("vCards");
    Optional<String> text = Fields.first(payload.text("body"), inner.text());
    MessageKind kind = kind(location, media, contacts, text, inner);
    // the body of a location is a thumbnail (WEBJS), the one of a contact repeats its card
    boolean speaks = kind != MessageKind.LOCATION && kind != MessageKind.CONTACT;
    return new Content(kind, speaks ? text : Optional.empty(), media, location, contacts);
  }

  private static MessageKind kind(
      Optional<GeoPoint> location,
      Optional<Media> media,
      List<String> contacts,
      Optional<String> text,
      NativeMessage inner) {
    if (location.isPresent()) {
      return MessageKind.LOCATION;
    }
    if (!contacts.isEmpty()) {
      return MessageKind.CONTACT;
    }
    Optional<MessageKind> told = inner.kind();
    if (told.isPresent() && (told.get() != MessageKind.TEXT || media.isEmpty())) {
      return told.get();
    }
    if (media.isPresent()) {
      return ofMimetype(media.get().mimetype());
    }
    return text.isPresent() ? MessageKind.TEXT : MessageKind.OTHER;
  }

  private static MessageKind ofMimetype(@org.jspecify.annotations.Nullable String mimetype) {
    String type = mimetype == null ? "" : mimetype.toLowerCase(Locale.ROOT);
    if (type.startsWith("image/")) {
      return MessageKind.IMAGE;
    }
    if (type.startsWith("video/")) {
      return MessageKind.VIDEO;
    }
    return type.startsWith("audio/") ? MessageKind.AUDIO : MessageKind.DOCUMENT;
  }

  private static Optional<Media> media(Fields payload) {
    Fields media = payload.at("media");
    if (media.isObject()) {
      return Optional.of(
          new Media(
              media.text("url").orElse(null),
              media.text("mimetype").orElse(null),
              media.text("filename").orElse(null),
              error(media).orElse(null)));
    }
    return payload.flag("hasMedia").orElse(false)
        ? Optional.of(new Media(null, null, null, "WAHA did not offer the file"))
        : Optional.empty();
  }

  private static Optional<String> error(Fields media) {
    Optional<String> said =
        Fields.first(
            media.text("error"),
            media.text("error", "output", "payload", "message"),
            media.text("error", "message"),
            media.text("error", "details").map(details -> details.lines().findFirst().orElse("")));
    return said.isPresent() || !media.has("error") ? said : Optional.of("WAHA gave no reason");
  }

  private static Optional<GeoPoint> location(Fields payload, NativeMessage inner) {
    Fields given = payload.at("location");
    Fields whatsapp = inner.message().at("locationMessage");
    Fields live = inner.message().at("liveLocationMessage");
    OptionalDouble latitude = first(given.number("latitude"), whatsapp, live, "degreesLatitude");
    OptionalDouble longitude = first(given.number("longitude"), whatsapp, live, "degreesLongitude");
    if (latitude.isEmpty() || longitude.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new GeoPoint(
            latitude.getAsDouble(),
            longitude.getAsDouble(),
            Fields.first(
                    given.text("name"),
                    given.text("title"),
                    given.text("description"),
                    whatsapp.text("name"))
                .orElse(null),
            Fields.first(given.text("address"), whatsapp.text("address")).orElse(null)));
  }

  private static OptionalDouble first(
      OptionalDouble given, Fields whatsapp, Fields live, String name) {
    if (given.isPresent()) {
      return given;
    }
    return whatsapp.number(name).isPresent() ? whatsapp.number(name) : live.number(name);
  }
}
