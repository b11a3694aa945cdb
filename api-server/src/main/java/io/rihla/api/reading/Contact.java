package io.rihla.api.reading;

import java.util.Optional;

/**
 * The customer as the body names him.
 *
 * @param phone E.164 digits
 * @param lid digits of WhatsApp's linked id, never a phone
 * @param name push name
 */
public record Contact(Optional<String> phone, Optional<String> lid, Optional<String> name) {
  public Contact {
    if (phone.isEmpty() && lid.isEmpty()) {
      throw new IllegalArgumentException("a contact has a phone or a lid");
    }
  }
}
