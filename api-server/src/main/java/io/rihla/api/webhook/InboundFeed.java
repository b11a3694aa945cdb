package io.rihla.api.webhook;

import io.rihla.api.kafka.EventLog;
import io.rihla.api.kafka.LogUnavailable;
import io.rihla.api.lid.Customers;
import io.rihla.api.reading.Inbound;
import io.rihla.schemas.topics.Topics;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.time.Clock;
import java.time.Duration;
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
    WhatsAppEvent event = event(inbound, channel, late);
    String phone = event.phone();
    if (phone != null && staff.test(phone)) {
      return false;
    }
    log.append(Topics.WHATSAPP_INBOUND, event.customerKey(), event);
    return true;
  }

  private WhatsAppEvent event(Inbound inbound, Channel channel, boolean late) {
    long now = clock.millis();
    Customers.Customer customer = customers.find(inbound.session(), inbound.contact());
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
