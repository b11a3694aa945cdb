package io.rihla.api.performance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rihla.api.analytics.Scope;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.StoreUnavailable;
import io.rihla.api.store.Where;
import java.util.List;

/** How the AI did, over time and by prompt version. */
final class PerformanceStore {
  private static final String SERIES =
      """
      SELECT formatRowNoNewline('JSONEachRow', %1$s) AS json
      FROM
      (
          SELECT
              if(answers.key = '', episodes.key, answers.key) AS bucket, answers,
              response_seconds_mean, response_seconds_p50, response_seconds_p95, mean_confidence,
              escalated_answers, input_tokens, output_tokens, cost,
              episodes, successful, escalated, escalations_by_reason, ratings,
              successful / nullIf(episodes, 0) AS success_rate,
              escalated / nullIf(episodes, 0) AS escalation_rate,
              rating_sum / nullIf(ratings, 0) AS satisfaction
          FROM
          (
              SELECT
                  %2$s AS key, count() AS answers, avg(response_ms) / 1000 AS response_seconds_mean,
                  quantileExactOrNull(0.5)(response_ms) / 1000 AS response_seconds_p50,
                  quantileExactOrNull(0.95)(response_ms) / 1000 AS response_seconds_p95,
                  toNullable(round(avg(confidence), 4)) AS mean_confidence,
                  countIf(escalated = 1) AS escalated_answers, sum(input_tokens) AS input_tokens,
                  sum(output_tokens) AS output_tokens, sum(cost) AS cost
              FROM (SELECT *, answered_at AS at FROM ai_answers FINAL)
              WHERE %4$s
              GROUP BY key
          ) AS answers
          FULL JOIN
          (
              SELECT
                  %3$s AS key, count() AS episodes, countIf(successful = 1) AS successful,
                  countIf(notEmpty(escalations)) AS escalated,
                  CAST(
                      sumMap(arrayDistinct(arrayMap(one -> toString(one), escalations)), arrayMap(one -> toUInt64(1), arrayDistinct(escalations))),
                      'Map(String, UInt64)') AS escalations_by_reason,
                  countIf(rating IS NOT NULL) AS ratings,
                  sum(ifNull(rating, 0)) AS rating_sum
              FROM (SELECT *, started_at AS at FROM episodes FINAL)
              WHERE %5$s
              GROUP BY key
          ) AS episodes ON answers.key = episodes.key
          ORDER BY bucket
      )
      """;

  private static final String CALIBRATION =
      """
      SELECT formatRowNoNewline('JSONEachRow', confidence_from, confidence_to, answers, mean_confidence, successful, success_rate) AS json
      FROM
      (
          SELECT
              least(floor(confidence * 10), 9) / 10 AS confidence_from,
              confidence_from + 0.1 AS confidence_to,
              count() AS answers, round(avg(confidence), 4) AS mean_confidence,
              countIf((customer_key, episode_seq) IN (
                  SELECT customer_key, first_seq FROM episodes FINAL WHERE successful = 1)) AS successful,
              successful / answers AS success_rate
          FROM ai_answers FINAL
          WHERE %s
          GROUP BY confidence_from
          ORDER BY confidence_from
      )
      """;

  private static final String ESCALATIONS =
      """
      SELECT formatRowNoNewline('JSONEachRow', reason, episodes) AS json
      FROM
      (
          SELECT toString(arrayJoin(arrayDistinct(escalations))) AS reason, count() AS episodes
          FROM episodes FINAL
          WHERE %s
          GROUP BY reason
          ORDER BY episodes DESC, reason
      )
      """;

  private final ClickHouse clickHouse;

  PerformanceStore(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  List<ObjectNode> series(Scope scope, Bucket bucket) throws StoreUnavailable {
    Where answers = scope.answers("answered_at");
    Where episodes = scope.answers("started_at");
    String key = bucket.sql(scope.days().zone());
    return rows(
        SERIES.formatted(
            String.join(", ", Bucket.COLUMNS), key, key, answers.sql(), episodes.sql()),
        episodes.valuesAfter(answers.values()));
  }

  List<ObjectNode> calibration(Scope scope) throws StoreUnavailable {
    Where where = scope.answers("answered_at");
    return rows(CALIBRATION.formatted(where.sql()), where.values());
  }

  List<ObjectNode> escalations(Scope scope) throws StoreUnavailable {
    Where where = scope.answers("started_at");
    return rows(ESCALATIONS.formatted(where.sql()), where.values());
  }

  private List<ObjectNode> rows(String sql, Object... values) throws StoreUnavailable {
    return clickHouse.query(sql, row -> (ObjectNode) row.json("json"), values);
  }
}
