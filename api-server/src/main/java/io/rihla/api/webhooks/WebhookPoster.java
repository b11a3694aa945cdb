package io.rihla.api.webhooks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts JSON, signed: {@code X-Rihla-Signature: t=<epoch s>,v1=<hex HMAC-SHA256 of "t.body">}. The
 * time is signed too, so that a captured body is worthless later.
 */
final class WebhookPoster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Faults that people mend: a wrong address or key, a receiver that is busy. */
  private static final Set<Integer> MENDABLE = Set.of(401, 403, 404, 405, 408, 421, 425, 429);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final WebhookTarget target;
  private final InstantSource clock;

  WebhookPoster(WebhookTarget target, InstantSource clock) {
    this.target = target;
    this.clock = clock;
  }

  /** How it went. */
  sealed interface Outcome {
    record Taken() implements Outcome {}

    record TryAgain(String reason) implements Outcome {}

    /** The receiver will never take it. */
    record Refused(String reason) implements Outcome {}
  }

  Outcome post(String idempotencyKey, byte[] body) throws InterruptedException {
    long second = clock.millis() / 1000;
    HttpRequest request =
        HttpRequest.newBuilder(target.url())
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Rihla")
            .header("Idempotency-Key", idempotencyKey)
            .header("X-Rihla-Signature", "t=%d,v1=%s".formatted(second, signature(second, body)))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      // 409: it was taken before
      if (status / 100 == 2 || status == 409) {
        return new Outcome.Taken();
      }
      String reason = "the receiver answers " + status;
      return status / 100 == 4 && !MENDABLE.contains(status)
          ? new Outcome.Refused(reason)
          : new Outcome.TryAgain(reason);
    } catch (IOException e) {
      return new Outcome.TryAgain("the receiver does not answer: " + e);
    }
  }

  private String signature(long second, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(target.key().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((second + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 belongs to every JDK", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
