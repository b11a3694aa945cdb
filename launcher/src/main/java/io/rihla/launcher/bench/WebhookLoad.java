package io.rihla.launcher.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts messages at a steady rate, whether or not the answers keep up. A time counts from the
 * moment a message was due, so that waiting behind a slow answer is not left out.
 */
record WebhookLoad(BenchTarget target, int rate, Duration length) {
  private static final int CUSTOMERS = 500;
  private static final int MOST_IN_FLIGHT = 1_000;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  List<Figure> measure() throws InterruptedException {
    post(rate / 5, WARM_UP, new Latencies(), new AtomicInteger());
    Latencies latencies = new Latencies();
    AtomicInteger refused = new AtomicInteger();
    long begin = System.nanoTime();
    post(rate, length, latencies, refused);
    double seconds = (System.nanoTime() - begin) / 1e9;
    return List.of(
        new Figure(
            "webhook -> 2xx at %d/s (%d sent at %.0f/s, %d not 2xx)"
                .formatted(
                    rate,
                    latencies.count() + refused.get(),
                    (latencies.count() + refused.get()) / seconds,
                    refused.get()),
            "p50 %.1f ms, p99 %.1f ms"
                .formatted(latencies.percentile(50), latencies.percentile(99)),
            "p99 <= 25 ms"));
  }

  private void post(int perSecond, Duration time, Latencies latencies, AtomicInteger refused)
      throws InterruptedException {
    Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT);
    long count = perSecond * time.toSeconds();
    long step = Duration.ofSeconds(1).toNanos() / perSecond;
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long first = System.nanoTime();
      for (long i = 0; i < count; i++) {
        long due = first + i * step;
        String phone = "62811900%05d".formatted(i % CUSTOMERS);
        LockSupport.parkNanos(due - System.nanoTime());
        inFlight.acquire();
        threads.execute(
            () -> {
              try {
                if (accepted(http, new SignedMessage(phone, "berapa harga paketnya kak"))) {
                  latencies.add((System.nanoTime() - due) / NANOS_PER_MILLI);
                } else {
                  refused.incrementAndGet();
                }
              } finally {
                inFlight.release();
              }
            });
      }
    }
  }

  private boolean accepted(HttpClient http, SignedMessage message) {
    try {
      return http.send(message.request(target), HttpResponse.BodyHandlers.discarding()).statusCode()
              / 100
          == 2;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
