package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts events as WAHA does: at least once, in no order, 15 tries two seconds apart on anything but
 * a 2xx, and only in memory: what is not delivered when the process ends is lost.
 */
final class Webhooks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
  private static final int TRIES = 15;
  private static final int SHUFFLE_MS = 400;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();
  private final Random random = new Random(1);
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final SimulatorSettings settings;
  private final FaultSwitches faults;
  private final Clock clock;
  private final Duration retryPause;
  private final Envelopes envelopes;
  private final Signature signature;

  Webhooks(SimulatorSettings settings, FaultSwitches faults, Clock clock, Duration retryPause) {
    this.settings = settings;
    this.faults = faults;
    this.clock = clock;
    this.retryPause = retryPause;
    envelopes = new Envelopes(settings.engine());
    signature = new Signature(settings.hmacKey());
  }

  /**
   * @param waiting not delivered yet
   * @param failures tries that were not answered with a 2xx
   * @param lost dropped on purpose or given up after the last try
   */
  record Figures(long waiting, long delivered, long failures, long lost) {}

  Figures figures() {
    return new Figures(waiting.get(), delivered.get(), failures.get(), lost.get());
  }

  void post(String event, JsonNode payload) {
    Faults.WebhookFaults fault = faults.current().webhooks();
    if (fault.drop()) {
      lost.incrementAndGet();
      return;
    }
    byte[] body = envelopes.wrap(event, payload, clock.millis());
    for (int copy = 0; copy < (fault.duplicate() ? 2 : 1); copy++) {
      int delay = fault.delayMs() + (fault.shuffle() ? random.nextInt(SHUFFLE_MS) : 0);
      waiting.incrementAndGet();
      deliveries.execute(() -> deliver(event, body, delay));
    }
  }

  private void deliver(String event, byte[] body, int delayMs) {
    try {
      Thread.sleep(delayMs);
      HttpRequest request = request(body);
      for (int attempt = 1; attempt <= TRIES; attempt++) {
        if (succeeds(request)) {
          delivered.incrementAndGet();
          return;
        }
        failures.incrementAndGet();
        if (attempt < TRIES) {
          Thread.sleep(retryPause);
        }
      }
      lost.incrementAndGet();
      LOG.warn("webhook given up event={} tries={} url={}", event, TRIES, settings.webhookUrl());
    } catch (InterruptedException e) {
      lost.incrementAndGet();
      Thread.currentThread().interrupt();
    } finally {
      waiting.decrementAndGet();
    }
  }

  private boolean succeeds(HttpRequest request) throws InterruptedException {
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        LOG.debug("webhook refused status={}", status);
      }
      return status / 100 == 2;
    } catch (IOException e) {
      LOG.debug("webhook not delivered: {}", e.toString());
      return false;
    }
  }

  private HttpRequest request(byte[] body) {
    URI url = settings.webhookUrl();
    return HttpRequest.newBuilder(url)
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", "application/json")
        .header("User-Agent", "WAHA/" + settings.engine().version())
        .header("X-Webhook-Request-Id", Ids.request())
        .header("X-Webhook-Timestamp", Long.toString(clock.millis()))
        .header("X-Webhook-Hmac", signature.of(body))
        .header("X-Webhook-Hmac-Algorithm", "sha512")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  @Override
  public void close() {
    deliveries.shutdownNow();
    http.shutdownNow();
  }
}
