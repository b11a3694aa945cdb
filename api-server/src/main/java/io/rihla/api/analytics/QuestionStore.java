package io.rihla.api.analytics;

import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import io.rihla.api.store.Where;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What customers ask most in a range of days. */
final class QuestionStore {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration CLOCKS = Duration.ofDays(1);

  /** The trend is the last seven days of the range against the seven before them. */
  private static final String COMMON =
      """
      SELECT
          asked.cluster_id AS id, asked.frequency AS frequency, asked.success AS success,
          asked.latest AS latest, asked.earlier AS earlier,
          clusters.label AS label, toJSONString(clusters.examples) AS examples
      FROM
      (
          SELECT
              if(merges.into_id = '', members.cluster_id, merges.into_id) AS cluster_id,
              sum(asked) AS frequency, sum(well) AS success, sum(lately) AS latest, sum(before) AS earlier
          FROM
          (
              SELECT
                  cluster_id,
                  toInt64(countIf(asked_at >= fromUnixTimestamp64Milli(?))) AS asked,
                  toInt64(countIf(asked_at >= fromUnixTimestamp64Milli(?) AND success = 1)) AS well,
                  toInt64(countIf(asked_at >= fromUnixTimestamp64Milli(?))) AS lately,
                  toInt64(countIf(asked_at >= fromUnixTimestamp64Milli(?) AND asked_at < fromUnixTimestamp64Milli(?))) AS before
              FROM figure_questions FINAL
              WHERE %s
              GROUP BY cluster_id
          ) AS members
          LEFT ANY JOIN (SELECT from_id, into_id FROM question_merges FINAL) AS merges
              ON merges.from_id = members.cluster_id
          GROUP BY cluster_id
          HAVING frequency > 0
          ORDER BY frequency DESC, cluster_id
          LIMIT 20
      ) AS asked
      LEFT ANY JOIN (SELECT cluster_id, label, examples FROM question_clusters FINAL) AS clusters
          ON clusters.cluster_id = asked.cluster_id
      ORDER BY frequency DESC, id
      """;

  /** An answer comes after its question; a day more is for clocks that differ. */
  private static final String OF_THE_PROMPT =
      "answer IN (SELECT id FROM figure_answers WHERE answered_at >= fromUnixTimestamp64Milli(?) AND prompt_version = ?)";

  private final ClickHouse clickHouse;
  private final Clock clock;

  QuestionStore(ClickHouse clickHouse, Clock clock) {
    this.clickHouse = clickHouse;
    this.clock = clock;
  }

  List<Analytics.CommonQuestion> common(NarrowScope narrow) throws StoreUnavailable {
    Scope scope = narrow.scope();
    Instant begin = scope.days().begin();
    Instant end = scope.days().end();
    Instant now = clock.instant();
    Instant anchor = now.isBefore(end) ? now : end;
    Instant twoWeeks = anchor.minus(WEEK).minus(WEEK);
    long week = anchor.minus(WEEK).toEpochMilli();
    Instant first = begin.isBefore(twoWeeks) ? begin : twoWeeks;
    Where where = Where.times("asked_at", first, end).and(scope.language(), "language = ?");
    scope
        .promptVersion()
        .ifPresent(
            version -> where.and(OF_THE_PROMPT, first.minus(CLOCKS).toEpochMilli(), version));
    where.and(narrow.ofTheCampaign());
    return clickHouse.query(
        COMMON.formatted(where.sql()),
        QuestionStore::question,
        where.valuesAfter(
            begin.toEpochMilli(), begin.toEpochMilli(), week, twoWeeks.toEpochMilli(), week));
  }

  private static Analytics.CommonQuestion question(Row row) {
    long frequency = row.number("frequency");
    Double success = Figures.ratio(row.number("success"), frequency);
    long earlier = row.number("earlier");
    Double trend = Figures.ratio(row.number("latest") - earlier, earlier);
    return new Analytics.CommonQuestion(
        row.text("id"),
        row.text("label"),
        frequency,
        Figures.percent(success),
        success,
        signed(trend),
        trend,
        row.json("examples"));
  }

  private static String signed(@Nullable Double trend) {
    String text = Figures.percent(trend);
    return trend == null || trend <= 0 ? text : "+" + text;
  }
}
