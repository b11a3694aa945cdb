package io.rihla.api.analytics;

import io.rihla.api.store.AtOnce;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import io.rihla.api.store.Where;
import java.time.Clock;
import java.util.List;

/** The questions behind {@link Analytics}. */
final class AnalyticsStore {
  private static final String CONVERSION =
      """
      SELECT
          toInt64(count()) AS leads,
          toInt64(countIf(interest_at IS NOT NULL)) AS interest,
          toInt64(countIf(booking_at IS NOT NULL)) AS booking,
          toInt64(countIf(paid_at IS NOT NULL)) AS paid
      FROM %s
      WHERE %s
      """;

  private static final String SPEED =
      """
      SELECT
          toInt64(count()) AS answers,
          ifNull(toString(avg(response_ms) / 1000), '') AS mean,
          ifNull(toString(quantileExactOrNull(0.5)(response_ms) / 1000), '') AS p50,
          ifNull(toString(quantileExactOrNull(0.95)(response_ms) / 1000), '') AS p95
      FROM ai_answers FINAL
      WHERE %s
      """;

  private static final String OUTCOME =
      """
      SELECT
          toInt64(count()) AS episodes,
          toInt64(countIf(successful = 1)) AS well,
          toInt64(countIf(notEmpty(escalations))) AS escalated,
          toInt64(countIf(rating IS NOT NULL)) AS ratings,
          toInt64(sum(ifNull(rating, 0))) AS rating_sum
      FROM episodes FINAL
      WHERE %s
      """;

  private final ClickHouse clickHouse;
  private final CampaignStore campaigns;
  private final QuestionStore questions;

  AnalyticsStore(ClickHouse clickHouse, Clock clock) {
    this.clickHouse = clickHouse;
    this.campaigns = new CampaignStore(clickHouse);
    this.questions = new QuestionStore(clickHouse, clock);
  }

  Analytics read(Scope scope) throws StoreUnavailable {
    try (AtOnce together = new AtOnce()) {
      AtOnce.Answer<Analytics.Conversion> conversion = together.ask(() -> conversion(scope));
      AtOnce.Answer<List<CampaignFigures>> costs = together.ask(() -> campaigns.read(scope));
      AtOnce.Answer<AiFigures.Speed> speed = together.ask(() -> speed(scope));
      AtOnce.Answer<AiFigures.Outcome> outcome = together.ask(() -> outcome(scope));
      AtOnce.Answer<List<Analytics.CommonQuestion>> asked =
          together.ask(() -> questions.common(scope));
      return new Analytics(
          scope.days().from().toString(),
          scope.days().to().toString(),
          conversion.get(),
          costs.get(),
          AiFigures.of(speed.get(), outcome.get()),
          asked.get(),
          conversion.get().dropOff());
    }
  }

  private Analytics.Conversion conversion(Scope scope) throws StoreUnavailable {
    Where where = scope.cohort();
    // the mapping of ads is needed only where a campaign is asked for
    String journeys = scope.campaign().isPresent() ? "attributed_journeys" : "journeys FINAL";
    return clickHouse
        .first(
            CONVERSION.formatted(journeys, where.sql()),
            row ->
                Analytics.Conversion.of(
                    row.number("leads"),
                    row.number("interest"),
                    row.number("booking"),
                    row.number("paid")),
            where.values())
        .orElseThrow();
  }

  private AiFigures.Speed speed(Scope scope) throws StoreUnavailable {
    Where where = scope.answers("answered_at");
    return clickHouse
        .first(SPEED.formatted(where.sql()), AnalyticsStore::speed, where.values())
        .orElseThrow();
  }

  private AiFigures.Outcome outcome(Scope scope) throws StoreUnavailable {
    Where where = scope.answers("started_at");
    return clickHouse
        .first(OUTCOME.formatted(where.sql()), AnalyticsStore::outcome, where.values())
        .orElseThrow();
  }

  private static AiFigures.Speed speed(Row row) {
    return new AiFigures.Speed(
        row.number("answers"), row.decimal("mean"), row.decimal("p50"), row.decimal("p95"));
  }

  private static AiFigures.Outcome outcome(Row row) {
    return new AiFigures.Outcome(
        row.number("episodes"),
        row.number("well"),
        row.number("escalated"),
        row.number("ratings"),
        row.number("rating_sum"));
  }
}
