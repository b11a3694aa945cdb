package io.rihla.api.notices;

import io.rihla.api.kafka.EventLog;
import io.rihla.schemas.desk.DeskSettings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What notices stand on.
 *
 * @param pseudonymKey names the admins' chats without telling their numbers
 * @param window what happens within it is told together
 */
public record NoticeParts(
    String bootstrapServers,
    EventLog log,
    Supplier<DeskSettings> settings,
    String pseudonymKey,
    URI publicUrl,
    Duration window,
    InstantSource clock) {}
