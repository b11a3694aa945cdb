package io.rihla.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.launcher.local.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * New customers write one message each, some per second. Measured: until the simulator is called
 * for them, and until the events of that time can be read in ClickHouse.
 */
record Conversations(BenchTarget target, int customers) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PAUSE_MILLIS = 250;
  private static final long POLL_MILLIS = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  List<Figure> measure() throws IOException, InterruptedException {
    Latencies replies = new Latencies();
    Latencies visible = new Latencies();
    Map<String, Long> waiting = new HashMap<>();
    Set<String> seen = new HashSet<>();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      long begin = System.currentTimeMillis();
      long next = begin;
      long deadline = begin + customers * PAUSE_MILLIS + PATIENCE.toMillis();
      int sent = 0;
      long settled = Long.MAX_VALUE;
      while (System.currentTimeMillis() < Math.min(deadline, settled)) {
        if (sent < customers && System.currentTimeMillis() >= next) {
          send(
              http,
              new SignedMessage(
                  "6281%09d".formatted(begin / 7 % 1_000_000 * 1_000 + sent),
                  "assalamualaikum, mau tanya umroh"),
              waiting);
          sent++;
          next += PAUSE_MILLIS;
        }
        answered(http, begin, waiting, replies);
        arrived(begin, seen, visible);
        if (sent == customers && waiting.isEmpty() && settled == Long.MAX_VALUE) {
          // what the last replies report is on its way
          settled = System.currentTimeMillis() + Duration.ofSeconds(5).toMillis();
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
    return List.of(
        new Figure(
            "webhook -> first WAHA call (%d of %d messages)".formatted(replies.count(), customers),
            "p50 %.0f ms, p99 %.0f ms".formatted(replies.percentile(50), replies.percentile(99)),
            "p50 <= 1200 ms (quiet window 0, typing none)"),
        new Figure(
            "event -> visible in ClickHouse (%d events, polled each %d ms)"
                .formatted(visible.count(), POLL_MILLIS),
            "p50 %.0f ms, p99 %.0f ms".formatted(visible.percentile(50), visible.percentile(99)),
            "p99 <= 2500 ms"));
  }

  private void send(HttpClient http, SignedMessage message, Map<String, Long> waiting)
      throws IOException, InterruptedException {
    waiting.put(message.chat(), System.currentTimeMillis());
    int status =
        http.send(message.request(target), HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status / 100 != 2) {
      throw new Refusal("The webhook answered %d: nothing can be measured.".formatted(status));
    }
  }

  private void answered(HttpClient http, long begin, Map<String, Long> waiting, Latencies replies)
      throws IOException, InterruptedException {
    URI calls = URI.create(target.waha() + "/simulator/calls?since=" + begin);
    String body =
        http.send(HttpRequest.newBuilder(calls).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    for (JsonNode call : JSON.readTree(body)) {
      Long sentAt = waiting.remove(call.path("body").path("chatId").asText());
      if (sentAt != null) {
        replies.add((double) (call.path("at").asLong() - sentAt));
      }
    }
  }

  private void arrived(long begin, Set<String> seen, Latencies visible)
      throws IOException, InterruptedException {
    String rows =
        target
            .clickhouse()
            .run(
                "SELECT event_id, toUnixTimestamp64Milli(recorded_at) FROM rihla.events"
                    + " WHERE recorded_at >= fromUnixTimestamp64Milli(%d) FORMAT TSV"
                        .formatted(begin),
                Map.of());
    long now = System.currentTimeMillis();
    rows.lines()
        .forEach(
            row -> {
              int tab = row.indexOf('\t');
              if (seen.add(row.substring(0, tab))) {
                visible.add((double) (now - Long.parseLong(row.substring(tab + 1))));
              }
            });
  }
}
