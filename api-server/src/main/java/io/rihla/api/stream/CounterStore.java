package io.rihla.api.stream;

import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.StoreUnavailable;

/** The live counters' one question to the view {@code desk}, in which the dashboard counts too. */
final class CounterStore {
  private static final String FIGURES =
      """
      SELECT
          toInt64(countIf(last_message_at >= now64(3) - INTERVAL 24 HOUR)) AS active,
          toInt64(countIf(phase = 'LEADS')) AS leads,
          toInt64(countIf(phase = 'INTEREST')) AS interest,
          toInt64(countIf(phase = 'BOOKING')) AS booking,
          toInt64(countIf(ball = 'WAITING')) AS waiting,
          toInt64(countIf(need = 'ESCALATION')) AS escalated,
          toInt64(countIf(ball = 'ASSIGNED')) AS assigned
      FROM desk
      """;

  private final ClickHouse clickHouse;

  CounterStore(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  Counters read() throws StoreUnavailable {
    return clickHouse
        .first(
            FIGURES,
            row ->
                new Counters(
                    row.number("active"),
                    row.number("leads"),
                    row.number("interest"),
                    row.number("booking"),
                    row.number("waiting"),
                    row.number("escalated"),
                    row.number("assigned")))
        .orElseThrow();
  }
}
