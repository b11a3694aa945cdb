package io.rihla.api.webhook;

import io.rihla.api.kafka.EventLog;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/**
 * What the webhook door needs to know.
 *
 * @param hmacKeys the keys in use, current first
 * @param zone where the times of the flat form are local
 */
public record WebhookSettings(List<String> hmacKeys, ZoneId zone, EventLog log, Clock clock) {}
