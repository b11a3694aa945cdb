package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Wraps payloads as WAHA's webhooks do. */
final class Envelopes {
  private final Engine engine;

  Envelopes(Engine engine) {
    this.engine = engine;
  }

  byte[] wrap(String event, JsonNode payload, long now) {
    ObjectNode envelope = Json.object().put("id", Ids.event(now));
    envelope.put("timestamp", now).put("event", event).put("session", Own.SESSION);
    envelope.set("metadata", Json.object());
    envelope.set("me", Own.me(engine));
    envelope.set("payload", payload);
    envelope.put("engine", engine.name());
    envelope.set("environment", environment());
    return Json.bytes(envelope);
  }

  ObjectNode environment() {
    ObjectNode environment =
        Json.object()
            .put("version", engine.version())
            .put("engine", engine.name())
            .put("tier", "PLUS")
            .put("browser", engine == Engine.WEBJS ? "/usr/bin/chromium" : null)
            .put("platform", "linux/x64");
    return environment.set("worker", Json.object().putNull("id"));
  }
}
