package io.rihla.api.analytics;

import io.rihla.api.store.AtOnce;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import io.rihla.api.store.Where;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The questions behind {@link Analytics}. */
final class AnalyticsStore {
  private static final String SPEED =
      """
      SELECT
          answers,
          if(known = 0, '', toString(mean / 1000)) AS mean,
          if(known = 0, '', toString(quantiles[1] / 1000)) AS p50,
          if(known = 0, '', toString(quantiles[2] / 1000)) AS p95
      FROM
      (
          SELECT
              toInt64(count()) AS answers,
              countIf(responded = 1) AS known,
              avgIf(response_ms, responded = 1) AS mean,
              quantilesExactIf(0.5, 0.95)(response_ms, responded = 1) AS quantiles
          FROM figure_answers FINAL
          WHERE %s
      )
      """;

  private static final String OUTCOME =
      """
      SELECT
          toInt64(count()) AS episodes,
          toInt64(countIf(successful = 1)) AS well,
          toInt64(countIf(escalated = 1)) AS escalated,
          toInt64(countIf(rated = 1)) AS ratings,
          toInt64(sum(rating)) AS rating_sum
      FROM figure_episodes FINAL
      WHERE %s
      """;

  private final ClickHouse clickHouse;
  private final JourneyStore journeys;
  private final CampaignStore campaigns;
  private final QuestionStore questions;

  AnalyticsStore(ClickHouse clickHouse, Clock clock) {
    this.clickHouse = clickHouse;
    this.journeys = new JourneyStore(clickHouse);
    this.campaigns = new CampaignStore(clickHouse);
    this.questions = new QuestionStore(clickHouse, clock);
  }

  Analytics read(Scope scope) throws StoreUnavailable {
    NarrowScope narrow = NarrowScope.of(scope, clickHouse);
    try (AtOnce together = new AtOnce()) {
      AtOnce.Answer<JourneyStore.Journeys> came = together.ask(() -> journeys.read(narrow));
      AtOnce.Answer<Map<String, CampaignStore.Costs>> costs =
          together.ask(() -> campaigns.costs(scope));
      AtOnce.Answer<AiFigures.Speed> speed = together.ask(() -> speed(narrow));
      AtOnce.Answer<AiFigures.Outcome> outcome = together.ask(() -> outcome(narrow));
      AtOnce.Answer<List<Analytics.CommonQuestion>> asked =
          together.ask(() -> questions.common(narrow));
      return new Analytics(
          scope.days().from().toString(),
          scope.days().to().toString(),
          came.get().conversion(),
          CampaignStore.figures(scope, costs.get(), came.get().campaigns()),
          AiFigures.of(speed.get(), outcome.get()),
          asked.get(),
          came.get().conversion().dropOff());
    }
  }

  private AiFigures.Speed speed(NarrowScope scope) throws StoreUnavailable {
    Where where = scope.rows("answered_at");
    return clickHouse
        .first(SPEED.formatted(where.sql()), AnalyticsStore::speed, where.values())
        .orElseThrow();
  }

  private AiFigures.Outcome outcome(NarrowScope scope) throws StoreUnavailable {
    Where where = scope.rows("started_at");
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
