package io.rihla.api;

import io.rihla.api.jamaah.JamaahWebhook;
import io.rihla.api.kafka.EventLog;
import io.rihla.api.notices.NoticeParts;
import io.rihla.api.notices.WebhookNotices;
import io.rihla.api.notices.WhatsAppNotices;
import io.rihla.schemas.desk.SettingsView;
import java.time.Clock;
import java.util.Optional;

/** Tells admins and other systems what happens, each in a consumer group of its own. */
final class Messengers implements AutoCloseable {
  private final WhatsAppNotices whatsApp;
  private final Optional<WebhookNotices> notices;
  private final Optional<JamaahWebhook> jamaah;

  Messengers(ApiConfig config, EventLog log, SettingsView settings, Clock clock) {
    NoticeParts parts =
        new NoticeParts(
            config.kafka(),
            log,
            settings,
            config.pseudonymKey(),
            config.links().publicUrl(),
            config.telling().window(),
            clock);
    this.whatsApp = new WhatsAppNotices(parts);
    this.notices = config.telling().notices().map(target -> new WebhookNotices(parts, target));
    this.jamaah =
        config
            .telling()
            .jamaah()
            .map(target -> new JamaahWebhook(config.kafka(), target, log, clock));
  }

  void start() {
    whatsApp.start();
    notices.ifPresent(WebhookNotices::start);
    jamaah.ifPresent(JamaahWebhook::start);
  }

  @Override
  public void close() {
    jamaah.ifPresent(JamaahWebhook::close);
    notices.ifPresent(WebhookNotices::close);
    whatsApp.close();
  }
}
