package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rihla.schemas.identity.ChatId;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fields of a message that all engines have. */
final class CommonFields {
  private static final String THUMBNAIL = "/9j/4AAQ";

  private final Supplier<URI> files;

  CommonFields(Supplier<URI> files) {
    this.files = files;
  }

  ObjectNode of(Message message, Customer customer) {
    ObjectNode fields = Json.object();
    fields.put("id", message.fullId(customer.chat()));
    fields.put("timestamp", message.seconds());
    fields.put("from", customer.chat().toString());
    fields.put("fromMe", message.fromMe());
    fields.put("source", message.source());
    fields.put("body", message.body());
    boolean hasMedia = message.content() instanceof Content.Attachment;
    fields.put("hasMedia", hasMedia);
    fields.set("media", message.content() instanceof Content.Attachment file ? media(file) : null);
    fields.put("ack", message.ack().number());
    fields.put("ackName", message.ack().name());
    fields.set("location", message.content() instanceof Content.Place place ? place(place) : null);
    fields.set(
        "vCards",
        message.content() instanceof Content.Contact contact
            ? Json.strings(contact.vCard())
            : null);
    fields.set("replyTo", replyTo(message.replyTo()));
    return fields;
  }

  ObjectNode ack(Message message, Customer customer) {
    return Json.object()
        .put("id", message.fullId(customer.chat()))
        .put("from", customer.chat().toString())
        .put("fromMe", message.fromMe())
        .put("ack", message.ack().number())
        .put("ackName", message.ack().name());
  }

  private ObjectNode media(Content.Attachment file) {
    return Json.object()
        .put("url", files.get() + "/" + file.file())
        .put("filename", file.kind() == MediaKind.DOCUMENT ? file.filename() : null)
        .put("mimetype", file.mimetype());
  }

  /** Coordinates are strings. */
  private static ObjectNode place(Content.Place place) {
    return Json.object()
        .put("live", false)
        .put("latitude", Double.toString(place.latitude()))
        .put("longitude", Double.toString(place.longitude()))
        .put("name", place.title())
        .put("address", place.address())
        .put("thumbnail", THUMBNAIL);
  }

  private static @Nullable ObjectNode replyTo(@Nullable String target) {
    if (target == null) {
      return null;
    }
    return Json.object().put("id", target).putNull("participant").putNull("body");
  }

  /** The address as the protocol itself writes it. */
  static @Nullable String jid(@Nullable ChatId chat) {
    if (chat == null) {
      return null;
    }
    return chat.isPhone() ? chat.user() + "@s.whatsapp.net" : chat.toString();
  }
}
