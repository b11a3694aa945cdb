package io.rihla.api.webhook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rihla.api.kafka.EventLog;
import io.rihla.api.kafka.LogUnavailable;
import io.rihla.api.lid.Customers;
import io.rihla.api.lid.Twins;
import io.rihla.api.reading.Contact;
import io.rihla.api.reading.Inbound;
import io.rihla.schemas.identity.ChatId;
import io.rihla.schemas.topics.Topics;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.ChatExisted;
import io.rihla.schemas.whatsapp.PhoneLearned;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Turns readings into events of the log. When it returns, Kafka has the event.
 *
 * <p>An authentic body that is older than the replay window is not refused, because losing a
 * customer's words is worse than hearing them twice: it is marked late and keeps its own time. What
 * was heard before is dropped by its message id further on, and what is old by its own time is not
 * answered by the bot, so replaying a captured body makes nobody say anything.
 */
public final class InboundFeed {
  private final EventLog log;
  private final Customers customers;
  private final Predicate<String> staff;
  private final Clock clock;
  private final Duration window;
  private final Twins twins = new Twins();
  private final Cache<String, Boolean> told =
      Caffeine.newBuilder().maximumSize(200_000).expireAfterWrite(Duration.ofHours(24)).build();

  /**
   * @param staff whether a number gets our notices: its chat is no customer's
   */
  public InboundFeed(
      EventLog log, Customers customers, Predicate<String> staff, Clock clock, Duration window) {
    this.log = log;
    this.customers = customers;
    this.staff = staff;
    this.clock = clock;
    this.window = window;
  }

  /**
   * Appends; {@code late} when it is already known to be. False when it is of a chat with our own
   * staff, of which nothing is kept: an echo of a notice must not open a conversation.
   */
  public boolean append(Inbound inbound, Channel channel, boolean late) throws LogUnavailable {
    Customers.Customer customer = customers.find(inbound.session(), contact(inbound));
    WhatsAppEvent event = event(inbound, customer, channel, late);
    String phone = event.phone();
    if (phone != null && staff.test(phone)) {
      return false;
    }
    tellPhone(event, customer);
    log.append(Topics.WHATSAPP_INBOUND, event.customerKey(), event);
    return true;
  }

  /** What any server appended: its twin may have come to us. */
  void hear(WhatsAppEvent event) throws LogUnavailable {
    if (event.signal() instanceof ChatExisted
        || event.signal() instanceof PhoneLearned
        || (event.phone() == null && event.lid() == null)) {
      return;
    }
    Optional<String> name = Optional.ofNullable(event.name());
    Contact named =
        new Contact(Optional.ofNullable(event.phone()), Optional.ofNullable(event.lid()), name);
    Optional<Twins.Pair> pair =
        twins.note(event.session(), event.fromMe(), event.messageId(), named);
    if (pair.isPresent()) {
      Contact whole =
          new Contact(Optional.of(pair.get().phone()), Optional.of(pair.get().lid()), name);
      tellPhone(event, customers.find(event.session(), whole));
    }
  }

  /** As the message names the customer, and as its twin did. */
  private Contact contact(Inbound inbound) {
    Contact contact = inbound.contact();
    return inbound.signal() instanceof ChatExisted
        ? contact
        : twins
            .note(inbound.session(), inbound.fromMe(), inbound.messageId(), contact)
            .map(
                pair ->
                    new Contact(Optional.of(pair.phone()), Optional.of(pair.lid()), contact.name()))
            .orElse(contact);
  }

  /** What began under a lid before its phone was known goes on under the phone. */
  private void tellPhone(WhatsAppEvent event, Customers.Customer customer) throws LogUnavailable {
    String lid = customer.lid().orElse(null);
    String phone = customer.phone().orElse(null);
    if (lid == null || phone == null || told.getIfPresent(lid) != null) {
      return;
    }
    String key = customers.ofLid(lid).value();
    log.append(
        Topics.WHATSAPP_INBOUND,
        key,
        new WhatsAppEvent(
            "learned_" + UUID.randomUUID(),
            event.receivedAt(),
            event.receivedAt(),
            key,
            phone,
            lid,
            event.name(),
            event.session(),
            ChatId.ofLid(lid).toString(),
            "phone-learned",
            false,
            false,
            event.channel(),
            event.engine(),
            new PhoneLearned(phone, customer.key().value())));
    told.put(lid, true);
  }

  private WhatsAppEvent event(
      Inbound inbound, Customers.Customer customer, Channel channel, boolean late) {
    long now = clock.millis();
    return new WhatsAppEvent(
        inbound.eventId().orElseGet(() -> "api_" + UUID.randomUUID()),
        // never ahead of receipt: a clock that runs fast must not move time for all
        Math.min(inbound.occurredAt().orElse(now), now),
        now,
        customer.key().value(),
        customer.phone().orElse(null),
        customer.lid().orElse(null),
        inbound.contact().name().orElse(null),
        inbound.session(),
        inbound.chat().toString(),
        inbound.messageId(),
        inbound.fromMe(),
        late || isOld(inbound, now),
        channel,
        inbound.engine().orElse(null),
        inbound.signal());
  }

  /** A body without any time cannot prove that it is fresh. */
  private boolean isOld(Inbound inbound, long now) {
    return now - inbound.signedAt().orElse(0) > window.toMillis();
  }
}
