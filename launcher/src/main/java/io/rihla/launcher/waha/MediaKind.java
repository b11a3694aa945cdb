package io.rihla.launcher.waha;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How WhatsApp shows a file. */
public enum MediaKind {
  IMAGE,
  DOCUMENT,
  VIDEO,
  AUDIO,
  STICKER;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
