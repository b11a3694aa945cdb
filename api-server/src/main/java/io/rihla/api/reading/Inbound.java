package io.rihla.api.reading;

import io.rihla.schemas.identity.ChatId;
import io.rihla.schemas.whatsapp.WhatsAppSignal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something about one chat with one person.
 *
 * @param eventId WAHA's envelope id
 * @param signedAt the envelope's own time, else the message's; empty when the body has none
 * @param occurredAt when it happened, epoch ms; empty when the body does not say
 * @param chat where an answer goes
 * @param messageId bare id
 */
public record Inbound(
    Optional<String> eventId,
    OptionalLong signedAt,
    OptionalLong occurredAt,
    Contact contact,
    String session,
    ChatId chat,
    String messageId,
    boolean fromMe,
    Optional<String> engine,
    WhatsAppSignal signal)
    implements Reading {}
