package io.rihla.launcher.verify.figures;

import io.rihla.launcher.demo.AnswerKey;
import io.rihla.launcher.verify.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tables of the jobs against the figures a made-up season must lead to. */
record KeyComparison(FiguresRun run, AnswerKey key) {
  private static final String OURS =
      "customer_key IN (SELECT customer_key FROM events WHERE session = {session:String})";
  private static final String STEPS =
      "concat(toString(count()), ' ', toString(countIf(interest_at IS NOT NULL)), ' ',"
          + " toString(countIf(booking_at IS NOT NULL)), ' ', toString(countIf(paid_at IS NOT"
          + " NULL)))";
  private static final String MONEY =
      "arrayStringConcat(arraySort(arrayMap((c, a) -> concat(c, '=', toString(a)),"
          + " mapKeys(%1$s), mapValues(%1$s))), ' ')";

  List<Finding> findings() throws IOException, InterruptedException {
    List<Finding> findings = new ArrayList<>();
    for (Expectation expectation : expectations()) {
      findings.add(
          expectation.compare(
              run.clickhouse(),
              run.with(
                  Map.of(
                      "param_session", key.session(), "param_until", Long.toString(key.until())))));
    }
    return findings;
  }

  private List<Expectation> expectations() {
    return List.of(
        new Expectation(
            "key-events",
            "every event of the season is archived once",
            single(Long.toString(key.events())),
            "SELECT '' AS k, toString(count()) AS v FROM events FINAL WHERE session ="
                + " {session:String}"),
        new Expectation("key-funnel", "the funnel is what was decided", funnel(), funnelQuery()),
        new Expectation(
            "key-drop-offs",
            "silences are what was decided: dropped, returned, closed",
            dropOffs(),
            "SELECT toString(phase) AS k, concat(toString(count()), ' ', toString(countIf(ended_by"
                + " = 'RETURNED')), ' ', toString(countIf(ended_by = 'CLOSED'))) AS v FROM"
                + " drop_offs FINAL WHERE dropped_at <= fromUnixTimestamp64Milli({until:Int64})"
                + " AND "
                + OURS
                + " GROUP BY phase"),
        new Expectation(
            "key-campaigns",
            "campaigns brought what was decided: conversations, journeys, money",
            campaigns(),
            "SELECT campaign AS k, concat(toString(uniqExact(customer_key)), ' ', "
                + STEPS
                + ", ' ', "
                + MONEY.formatted(
                    "sumMap(CAST(if(currency = '', map(), map(toString(currency), revenue)),"
                        + " 'Map(String, Int64)'))")
                + ") AS v FROM attributed_journeys WHERE first_touch_at IS NOT NULL AND "
                + OURS
                + " GROUP BY campaign"),
        new Expectation(
            "key-ads",
            "ads cost and were clicked what was reported, each day",
            ads(),
            "SELECT concat(toString(day), ' ', campaign, ' ', ad) AS k, concat(toString(clicks),"
                + " ' ', "
                + MONEY.formatted("spend")
                + ") AS v FROM campaign_daily WHERE touch = 'FIRST' AND (clicks > 0 OR"
                + " notEmpty(spend))"),
        new Expectation(
            "key-answers",
            "the bot answered what was decided: by topic, by prompt version, in what time",
            answers(),
            answersQuery()),
        new Expectation(
            "key-episodes",
            "episodes are what was decided: all, successful, escalated, by reason",
            episodes(),
            "SELECT '' AS k, concat(toString(count()), ' ', toString(sum(successful)), ' ',"
                + " toString(countIf(notEmpty(escalations)))) AS v FROM episodes FINAL WHERE "
                + OURS
                + " UNION ALL SELECT toString(reason), toString(count()) FROM (SELECT"
                + " arrayJoin(arrayConcat(escalations, handovers)) AS reason FROM episodes FINAL"
                + " WHERE "
                + OURS
                + ") GROUP BY reason"));
  }

  private static SortedMap<String, String> single(String value) {
    return new TreeMap<>(Map.of("", value));
  }

  private SortedMap<String, String> funnel() {
    SortedMap<String, String> figures = new TreeMap<>();
    key.funnel()
        .forEach(
            (breakdown, values) ->
                values.forEach(
                    (value, steps) -> figures.put(breakdown + " " + value, steps.words())));
    return figures;
  }

  private static String funnelQuery() {
    Map<String, String> breakdowns =
        new TreeMap<>(
            Map.of(
                "total", "''",
                "campaign", "campaign",
                "day", "toString(cohort_day)",
                "language", "toString(language)",
                "prompt_version", "toString(prompt_version)"));
    List<String> queries = new ArrayList<>();
    breakdowns.forEach(
        (name, column) ->
            queries.add(
                "SELECT concat('%s ', %s) AS k, %s AS v FROM attributed_journeys WHERE %s GROUP BY k"
                    .formatted(name, column, STEPS, OURS)));
    queries.add(
        "SELECT concat('variant ', variant) AS k, %s AS v FROM (SELECT * FROM journeys FINAL) ARRAY JOIN mapValues(variants) AS variant WHERE %s GROUP BY k"
            .formatted(STEPS, OURS));
    return String.join(" UNION ALL ", queries);
  }

  private SortedMap<String, String> dropOffs() {
    SortedMap<String, String> figures = new TreeMap<>();
    key.dropOffs()
        .forEach(
            (phase, silences) ->
                figures.put(
                    phase,
                    "%d %d %d"
                        .formatted(silences.dropped(), silences.returned(), silences.closed())));
    return figures;
  }

  private SortedMap<String, String> campaigns() {
    SortedMap<String, String> figures = new TreeMap<>();
    key.campaigns()
        .forEach(
            (code, campaign) -> {
              if (campaign.journeys().leads() > 0) {
                figures.put(
                    code,
                    "%d %s %s"
                        .formatted(
                            campaign.conversations(),
                            campaign.journeys().words(),
                            money(campaign.revenue(), 1)));
              }
            });
    return figures;
  }

  private SortedMap<String, String> ads() {
    SortedMap<String, String> figures = new TreeMap<>();
    for (AnswerKey.AdDay day : key.adDays()) {
      if (day.clicks() > 0 || !day.spendCents().isEmpty()) {
        figures.put(
            "%s %s %s".formatted(day.day(), day.campaign(), day.ad()),
            "%d %s".formatted(day.clicks(), money(day.spendCents(), 100)));
      }
    }
    return figures;
  }

  private static String money(Map<String, Long> amounts, int minor) {
    List<String> words = new ArrayList<>();
    new TreeMap<>(amounts)
        .forEach(
            (currency, amount) ->
                words.add(
                    currency
                        + "="
                        + (minor == 1
                            ? Long.toString(amount)
                            : java.math.BigDecimal.valueOf(amount, 2)
                                .stripTrailingZeros()
                                .toPlainString())));
    return String.join(" ", words);
  }

  private SortedMap<String, String> answers() {
    SortedMap<String, String> figures = new TreeMap<>();
    key.questions().forEach((topic, count) -> figures.put("topic " + topic, count.toString()));
    key.answers().forEach((prompt, count) -> figures.put("prompt " + prompt, count.toString()));
    AnswerKey.ResponseTimes times = key.response();
    figures.put("response", "%d %d %d".formatted(times.count(), times.p50(), times.p95()));
    return figures;
  }

  private static String answersQuery() {
    String all = "FROM ai_answers FINAL WHERE " + OURS;
    return "SELECT concat('topic ', toString(topic)) AS k, toString(count()) AS v "
        + all
        + " GROUP BY topic UNION ALL SELECT concat('prompt ', toString(prompt_version)),"
        + " toString(count()) "
        + all
        + " GROUP BY prompt_version UNION ALL SELECT 'response', concat(toString(count()), ' ',"
        + " toString(quantileExact(0.5)(assumeNotNull(response_ms))), ' ',"
        + " toString(quantileExact(0.95)(assumeNotNull(response_ms)))) "
        + all
        + " AND response_ms IS NOT NULL";
  }

  private SortedMap<String, String> episodes() {
    SortedMap<String, String> figures =
        single(
            "%d %d %d"
                .formatted(
                    key.episodes().episodes(),
                    key.episodes().successful(),
                    key.episodes().escalated()));
    key.escalations().forEach((reason, count) -> figures.put(reason, count.toString()));
    key.handovers().forEach((reason, count) -> figures.put(reason, count.toString()));
    return figures;
  }
}
