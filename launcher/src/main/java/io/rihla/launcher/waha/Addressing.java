package io.rihla.launcher.waha;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How WhatsApp names a customer, and how far the phone behind a linked id can be learned. */
public enum Addressing {
  /** by phone: {@code …@c.us} */
  PHONE,
  /** by linked id, the phone stands beside it in the engine's own data */
  LID,
  /** by linked id, only the lids call tells the phone */
  LID_WITHOUT_ALTERNATE,
  /** by linked id, nobody tells the phone */
  LID_UNRESOLVABLE;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
