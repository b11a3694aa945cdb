package io.rihla.launcher.verify.figures;

import io.rihla.launcher.demo.PlayedKey;
import io.rihla.launcher.verify.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables of the jobs against what was done in a played season. */
record PlayedComparison(FiguresRun run, PlayedKey key) {
  List<Finding> findings() throws IOException, InterruptedException {
    List<Finding> findings = new ArrayList<>();
    for (Expectation expectation : expectations()) {
      findings.add(expectation.compare(run.clickhouse(), run.with(Map.of())));
    }
    return findings;
  }

  private List<Expectation> expectations() {
    String ours = " WHERE customer_key IN (%s)".formatted(listed(key.messages()));
    String ads =
        " FROM campaign_daily WHERE touch = 'FIRST' AND campaign IN (%s) GROUP BY k"
            .formatted(listed(key.clicks()));
    return List.of(
        new Expectation(
            "key-messages",
            "every message that was written arrived once",
            texts(key.messages()),
            "SELECT customer_key AS k, toString(count()) AS v FROM events FINAL"
                + ours
                + " AND event_type = 'MessageReceived' GROUP BY k"),
        new Expectation(
            "key-journeys",
            "every journey began with the campaign it began with",
            new TreeMap<>(key.journeys()),
            "SELECT concat(customer_key, ' ', toString(journey)) AS k, toString(campaign) AS v FROM"
                + " attributed_journeys"
                + ours),
        new Expectation(
            "key-payments",
            "every payment is counted once",
            texts(key.paid()),
            "SELECT customer_key AS k, toString(sum(revenue)) AS v FROM attributed_journeys"
                + ours
                + " AND paid_at IS NOT NULL GROUP BY k"),
        new Expectation(
            "key-refunds",
            "every refund is counted once",
            texts(key.refunded()),
            "SELECT customer_key AS k, toString(sum(refunded)) AS v FROM attributed_journeys"
                + ours
                + " AND refunded > 0 GROUP BY k"),
        new Expectation(
            "key-resolved",
            "who was helped by a human has an episode that a human ended",
            texts(key.resolved()),
            "SELECT customer_key AS k, toString(countIf(resolved_at IS NOT NULL)) AS v FROM"
                + " episodes FINAL"
                + ours
                + " GROUP BY k HAVING v != '0'"),
        new Expectation(
            "key-campaigns",
            "campaigns brought what was decided: journeys, payments, revenue",
            brought(),
            "SELECT campaign AS k, concat(toString(sum(leads)), ' ', toString(sum(payments)), ' ',"
                + " toString(sum(revenue['IDR']))) AS v"
                + ads
                + " HAVING sum(leads) > 0"),
        new Expectation(
            "key-clicks",
            "every click on a link or an ad is counted once",
            texts(key.clicks()),
            "SELECT campaign AS k, toString(sum(clicks)) AS v" + ads),
        new Expectation(
            "key-spend",
            "every campaign cost what was reported",
            texts(key.spend()),
            "SELECT campaign AS k, toString(toInt64(sum(spend['IDR']))) AS v"
                + ads
                + " HAVING v != '0'"));
  }

  private TreeMap<String, String> brought() {
    TreeMap<String, String> texts = new TreeMap<>();
    key.campaigns().forEach((code, figures) -> texts.put(code, figures.words()));
    return texts;
  }

  private static TreeMap<String, String> texts(Map<String, Long> figures) {
    TreeMap<String, String> texts = new TreeMap<>();
    figures.forEach((name, figure) -> texts.put(name, Long.toString(figure)));
    return texts;
  }

  /** Keys and codes are letters, digits and underscores. */
  private static String listed(Map<String, ?> names) {
    return names.keySet().stream()
        .map(name -> "'" + name.replaceAll("[^A-Za-z0-9_]", "") + "'")
        .collect(Collectors.joining(", "));
  }
}
