package io.rihla.api.freshness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.problem.Json;
import io.rihla.api.security.Caller;
import io.rihla.api.store.StoreUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers out of ClickHouse while it answers. While it does not, the last good answer to the same
 * question is told again, and {@code stale_since} says how old it is; a question that was never
 * answered is a 503. Bounded in time and bytes.
 */
public final class LastGood {
  private static final String STALE_SINCE = "stale_since";
  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final long MOST_BYTES = 32L << 20;

  private final Supplier<Optional<Instant>> behind;
  private final Clock clock;
  private final Cache<String, Kept> kept =
      Caffeine.newBuilder()
          .expireAfterWrite(KEPT)
          .maximumWeight(MOST_BYTES)
          .weigher((String question, Kept one) -> question.length() + one.size())
          .build();
  private volatile Instant failed = Instant.EPOCH;

  /**
   * @param behind since when what happened is missing in the tables; empty if nothing is
   */
  public LastGood(Supplier<Optional<Instant>> behind, Clock clock) {
    this.behind = behind;
    this.clock = clock;
  }

  /** A question to ClickHouse, answered with something that becomes a JSON object. */
  @FunctionalInterface
  public interface Question {
    Object ask() throws StoreUnavailable;
  }

  private record Kept(ObjectNode answer, Instant at, int size) {}

  /** Sends the answer, or the last one to the same address by somebody who may see as much. */
  public void send(ServerRequest request, ServerResponse response, Question question) {
    String name =
        request.prologue().uriPath().rawPath()
            + "?"
            + request.query().rawValue()
            + " "
            + Caller.of(request).seesPhones();
    Json.send(response, Status.OK_200, answer(name, question));
  }

  JsonNode answer(String name, Question question) {
    Kept before = kept.getIfPresent(name);
    if (before != null && clock.instant().isBefore(failed.plus(PAUSE))) {
      return stale(before);
    }
    try {
      ObjectNode answer = (ObjectNode) Json.tree(question.ask());
      answer.put(STALE_SINCE, behind.get().map(Instant::toString).orElse(null));
      kept.put(name, new Kept(answer, clock.instant(), answer.toString().length()));
      return answer;
    } catch (StoreUnavailable e) {
      failed = clock.instant();
      if (before == null) {
        throw e.asProblem();
      }
      return stale(before);
    }
  }

  private static ObjectNode stale(Kept one) {
    ObjectNode answer = one.answer().deepCopy();
    if (answer.path(STALE_SINCE).isNull()) {
      answer.put(STALE_SINCE, one.at().toString());
    }
    return answer;
  }
}
