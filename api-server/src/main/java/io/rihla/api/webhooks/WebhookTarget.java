package io.rihla.api.webhooks;

import java.net.URI;
import java.time.Duration;

/**
 * Where to post.
 *
 * @param key signs the bodies
 * @param giveUp how old something may become that the target does not take
 */
public record WebhookTarget(URI url, String key, Duration giveUp) {}
