package io.rihla.api.spend;

import io.helidon.webserver.http.ServerRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** What is true for all rows of an import that do not say otherwise. */
record SpendDefaults(
    Optional<String> account, Optional<String> currency, LocalDate today, long now) {

  static SpendDefaults of(ServerRequest request, Clock clock, ZoneId zone) {
    return new SpendDefaults(
        request.query().first("account_id").asOptional().filter(text -> !text.isBlank()),
        request.query().first("currency").asOptional().filter(text -> !text.isBlank()),
        LocalDate.now(clock.withZone(zone)),
        clock.millis());
  }
}
