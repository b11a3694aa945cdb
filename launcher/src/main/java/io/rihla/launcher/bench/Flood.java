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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * New customers write one message each, as fast as the door takes them. Measured: until the last of
 * them is answered at WAHA.
 */
record Flood(BenchTarget target, int messages) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_IN_FLIGHT = 64;
  private static final long POLL_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * What came out.
   *
   * @param perSecond messages answered in a second, from the first webhook to the last answer
   */
  record Result(int answered, double perSecond) {}

  Result run() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      long begin = System.currentTimeMillis();
      Set<String> waiting = write(http, begin);
      long last = begin;
      int answered = 0;
      long after = 0;
      long deadline = begin + PATIENCE.toMillis();
      while (!waiting.isEmpty() && System.currentTimeMillis() < deadline) {
        for (JsonNode call : calls(http, begin, after)) {
          after = call.path("seq").asLong();
          boolean sent = call.path("outcome").asText().equals("sent");
          if (sent && waiting.remove(call.path("body").path("chatId").asText())) {
            last = Math.max(last, call.path("at").asLong());
            answered++;
          }
        }
        Thread.sleep(POLL_MILLIS);
      }
      return new Result(answered, answered * 1e3 / Math.max(1, last - begin));
    }
  }

  private Set<String> write(HttpClient http, long begin) throws InterruptedException {
    Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT);
    AtomicInteger refused = new AtomicInteger();
    Set<String> chats = new HashSet<>();
    List<String> texts =
        List.of("assalamualaikum, mau tanya umroh", "halo kak, ada paket apa saja");
    for (int i = 0; i < messages; i++) {
      SignedMessage message =
          new SignedMessage(
              "6282%09d".formatted(begin / 7 % 100_000 * 10_000 + i), texts.get(i % texts.size()));
      chats.add(message.chat());
      inFlight.acquire();
      var unused =
          http.sendAsync(message.request(target), HttpResponse.BodyHandlers.discarding())
              .whenComplete(
                  (response, failure) -> {
                    inFlight.release();
                    if (failure != null || response.statusCode() / 100 != 2) {
                      refused.incrementAndGet();
                    }
                  });
    }
    inFlight.acquire(MOST_IN_FLIGHT);
    if (refused.get() > 0) {
      throw new Refusal(
          "%d webhooks were not taken: nothing can be measured.".formatted(refused.get()));
    }
    return chats;
  }

  private List<JsonNode> calls(HttpClient http, long since, long after)
      throws IOException, InterruptedException {
    URI address =
        URI.create(target.waha() + "/simulator/calls?since=%d&after=%d".formatted(since, after));
    String body =
        http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    List<JsonNode> calls = new ArrayList<>();
    JSON.readTree(body).forEach(calls::add);
    return calls;
  }
}
