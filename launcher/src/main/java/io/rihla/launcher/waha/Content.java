package io.rihla.launcher.waha;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What a bubble shows. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Content.Text.class, name = "text"),
  @JsonSubTypes.Type(value = Content.Attachment.class, name = "attachment"),
  @JsonSubTypes.Type(value = Content.Place.class, name = "place"),
  @JsonSubTypes.Type(value = Content.Contact.class, name = "contact")
})
public sealed interface Content {

  record Text(String text) implements Content {}

  /**
   * A file.
   *
   * @param file its name in the media folder
   * @param filename its name as the sender gave it
   */
  record Attachment(
      MediaKind kind,
      String file,
      String mimetype,
      @Nullable String filename,
      @Nullable String caption,
      long size)
      implements Content {}

  record Place(double latitude, double longitude, @Nullable String title, @Nullable String address)
      implements Content {}

  record Contact(String name, String phone) implements Content {
    String vCard() {
      return "BEGIN:VCARD\nVERSION:3.0\nFN:%s\nTEL;type=CELL;waid=%s:+%s\nEND:VCARD"
          .formatted(name, phone, phone);
    }
  }
}
