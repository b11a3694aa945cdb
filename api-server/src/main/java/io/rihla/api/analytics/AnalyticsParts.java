package io.rihla.api.analytics;

import io.helidon.webserver.http.ServerRequest;
import io.rihla.api.freshness.LastGood;
import io.rihla.api.store.ClickHouse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/** What all questions about marketing are answered with. */
public record AnalyticsParts(ClickHouse clickHouse, LastGood answers, Clock clock, ZoneId zone) {

  /** The parameters of the address that say anything. */
  public static Function<String, Optional<String>> parameters(ServerRequest request) {
    return name -> request.query().first(name).asOptional().filter(text -> !text.isBlank());
  }

  public Scope scope(ServerRequest request) {
    return Scope.of(parameters(request), clock, zone);
  }
}
