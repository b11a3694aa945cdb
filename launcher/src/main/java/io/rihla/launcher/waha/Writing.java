package io.rihla.launcher.waha;

import io.rihla.launcher.waha.Orders.NewMessage;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Turns the control calls' words into what somebody typed. */
final class Writing {
  private static final long MILLIS_FROM = 100_000_000_000L;

  private final MediaFolder media;
  private final Clock clock;

  Writing(MediaFolder media, Clock clock) {
    this.media = media;
    this.clock = clock;
  }

  Incoming read(NewMessage order) {
    String id = order.messageId() == null ? Ids.phoneMessage() : order.messageId();
    return new Incoming(
        content(order, id),
        order.ad(),
        order.replyTo(),
        id,
        at(order.timestamp()),
        order.withholdWebhook());
  }

  private Content content(NewMessage order, String id) {
    String kind = order.kind() == null ? "text" : order.kind();
    return switch (kind) {
      case "text" -> text(order.text());
      case "image" -> file(order, id, MediaKind.IMAGE, "bukti-transfer.jpg");
      case "document" -> file(order, id, MediaKind.DOCUMENT, "formulir.pdf");
      case "audio" -> file(order, id, MediaKind.AUDIO, "pesan-suara.wav");
      case "sticker" -> file(order, id, MediaKind.STICKER, "sticker.webp");
      case "location" ->
          new Content.Place(
              order.latitude() == null ? -6.1753924 : order.latitude(),
              order.longitude() == null ? 106.8271528 : order.longitude(),
              order.title() == null ? "Monas" : order.title(),
              order.title() == null ? "Gambir, Jakarta Pusat" : null);
      case "contact" ->
          new Content.Contact(
              order.title() == null ? "Bu Hajjah Aminah" : order.title(), "6281100000088");
      default ->
          throw new BadCall(
              "kind is '%s': use text, image, document, audio, sticker, location or contact"
                  .formatted(kind));
    };
  }

  private static Content text(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      throw new BadCall("text is missing: a message of kind text needs one");
    }
    return new Content.Text(text);
  }

  private Content file(NewMessage order, String id, MediaKind kind, String standard) {
    String name = order.file() == null ? standard : order.file();
    byte[] bytes = MediaFolder.readyMade(name);
    String mimetype = String.valueOf(MediaFolder.READY_MADE.get(name));
    return new Content.Attachment(
        kind, media.keep(id, mimetype, bytes), mimetype, name, order.text(), bytes.length);
  }

  private long at(@Nullable Long timestamp) {
    if (timestamp == null) {
      return clock.millis();
    }
    return timestamp < MILLIS_FROM ? timestamp * 1000 : timestamp;
  }
}
