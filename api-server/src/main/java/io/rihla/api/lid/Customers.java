package io.rihla.api.lid;

import io.rihla.api.reading.Contact;
import io.rihla.schemas.identity.CustomerKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Chooses the key of a customer: by phone wherever it can be known, else by lid. */
public final class Customers {
  private final byte[] secret;
  private final LidDirectory lids;

  public Customers(String secret, LidDirectory lids) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.lids = lids;
  }

  /** A customer and what is known of him. */
  public record Customer(CustomerKey key, Optional<String> phone, Optional<String> lid) {}

  /** The key a lid had before its phone was known. */
  public CustomerKey ofLid(String lid) {
    return CustomerKey.ofLid(secret, lid);
  }

  /** The key of a customer known by phone, as E.164 digits. */
  public CustomerKey ofPhone(String digits) {
    return CustomerKey.ofPhone(secret, digits);
  }

  public Customer find(String session, Contact contact) {
    contact.lid().ifPresent(lid -> contact.phone().ifPresent(phone -> lids.learn(lid, phone)));
    Optional<String> phone =
        contact.phone().or(() -> contact.lid().flatMap(lid -> lids.phoneOf(session, lid)));
    CustomerKey key = phone.map(this::ofPhone).orElseGet(() -> ofLid(contact.lid().orElseThrow()));
    return new Customer(key, phone, contact.lid());
  }
}
