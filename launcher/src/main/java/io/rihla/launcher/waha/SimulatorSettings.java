package io.rihla.launcher.waha;

import io.rihla.schemas.config.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the simulator is told at its start.
 *
 * @param port where it listens, 0 for any free port
 * @param data folder of the chats and their files
 * @param webhookUrl where events are posted
 */
public record SimulatorSettings(
    String bindHost,
    int port,
    Path data,
    URI webhookUrl,
    Engine engine,
    String apiKey,
    String hmacKey) {

  public static SimulatorSettings read(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    SimulatorSettings read =
        new SimulatorSettings(
            settings.text("RIHLA_BIND_HOST", "127.0.0.1"),
            settings.port("SIMULATOR_PORT", 0),
            Path.of(settings.text("SIMULATOR_DATA", "data/waha")),
            settings.url("SIMULATOR_WEBHOOK_URL", "http://127.0.0.1:8080/api/whatsapp/webhook"),
            settings.choice("SIMULATOR_ENGINE", Engine.class, Engine.NOWEB),
            settings.required("WAHA_API_KEY", "the key that callers send as X-Api-Key"),
            settings.required("WAHA_HMAC_KEY", "the key that signs webhooks"));
    settings.check();
    return read;
  }
}
