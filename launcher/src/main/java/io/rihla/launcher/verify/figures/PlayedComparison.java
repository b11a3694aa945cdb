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
    String people = listed(key.messages());
    String campaigns = listed(key.clicks());
    String days =
        " FROM campaign_daily WHERE touch = 'FIRST' AND campaign IN (%s) GROUP BY k"
            .formatted(campaigns);
    List<Expectation> expectations =
        List.of(
            new Expectation(
                "key-messages",
                "every message that was written arrived once",
                texts(key.messages()),
                "SELECT customer_key AS k, toString(count()) AS v FROM events FINAL WHERE event_type ="
                    + " 'MessageReceived' AND customer_key IN (%s) GROUP BY k".formatted(people)),
            new Expectation(
                "key-first-touch",
                "every customer came by the campaign they came by",
                new TreeMap<>(key.firstTouch()),
                "SELECT customer_key AS k, toString(campaign) AS v FROM attributed_journeys WHERE journey"
                    + " = 1 AND customer_key IN (%s)".formatted(people)),
            new Expectation(
                "key-payments",
                "every payment is counted once",
                texts(key.paid()),
                "SELECT customer_key AS k, toString(sum(revenue)) AS v FROM attributed_journeys WHERE"
                    + " revenue > 0 AND customer_key IN (%s) GROUP BY k".formatted(people)),
            new Expectation(
                "key-clicks",
                "every click on a link or an ad is counted once",
                texts(key.clicks()),
                "SELECT campaign AS k, toString(sum(clicks)) AS v" + days),
            new Expectation(
                "key-spend",
                "every campaign cost what was reported",
                texts(key.spend()),
                "SELECT campaign AS k, toString(toInt64(sum(spend['IDR']))) AS v"
                    + days
                    + " HAVING v != '0'"));
    List<Finding> findings = new ArrayList<>();
    for (Expectation expectation : expectations) {
      findings.add(expectation.compare(run.clickhouse(), run.with(Map.of())));
    }
    return findings;
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
