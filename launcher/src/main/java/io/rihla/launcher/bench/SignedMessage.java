package io.rihla.launcher.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rihla.launcher.waha.Signature;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** A customer's message as WAHA would post it. */
record SignedMessage(String phone, String text) {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int BARE_ID_LENGTH = 20;
  private static final int MILLIS = 1000;

  String chat() {
    return phone + "@c.us";
  }

  HttpRequest request(BenchTarget target) {
    byte[] body = envelope().toString().getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(URI.create(target.webhook()))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("X-Webhook-Hmac", new Signature(target.hmacKey()).of(body))
        .header("X-Webhook-Hmac-Algorithm", "sha512")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private ObjectNode envelope() {
    long now = System.currentTimeMillis();
    String unique =
        UUID.randomUUID().toString().replace("-", "").toUpperCase(java.util.Locale.ROOT);
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.put("id", "evt_" + unique).put("timestamp", now).put("event", "message");
    envelope.put("session", "default").put("engine", "NOWEB");
    ObjectNode payload = envelope.putObject("payload");
    payload.put("id", "false_" + chat() + "_3EB0" + unique.substring(0, BARE_ID_LENGTH - 4));
    payload.put("timestamp", now / MILLIS).put("from", chat()).put("fromMe", false);
    payload.put("body", text).put("hasMedia", false);
    payload.putObject("_data").put("pushName", "Bench");
    return envelope;
  }
}
