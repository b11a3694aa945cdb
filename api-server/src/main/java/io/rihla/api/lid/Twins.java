package io.rihla.api.lid;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rihla.api.reading.Contact;
import java.time.Duration;
import java.util.Optional;

/**
 * The same message that arrives once under a lid and once under a phone tells whose lid it is, also
 * when nobody else does.
 */
public final class Twins {
  private final Cache<String, Contact> heard =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofHours(1)).build();

  /** A lid and its phone. */
  public record Pair(String lid, String phone) {}

  /** Notes who is named by a message; a pair when its twin named the other half. */
  public Optional<Pair> note(String session, boolean fromMe, String messageId, Contact contact) {
    String id = session + "|" + fromMe + "|" + messageId;
    Contact twin = heard.asMap().putIfAbsent(id, contact);
    if (twin == null) {
      return Optional.empty();
    }
    Optional<String> lid = contact.lid().or(twin::lid);
    Optional<String> phone = contact.phone().or(twin::phone);
    boolean either = contact.lid().isEmpty() || contact.phone().isEmpty();
    return either && lid.isPresent() && phone.isPresent()
        ? Optional.of(new Pair(lid.get(), phone.get()))
        : Optional.empty();
  }
}
