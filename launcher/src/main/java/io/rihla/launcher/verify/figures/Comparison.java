package io.rihla.launcher.verify.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.verify.Finding;
import io.rihla.launcher.verify.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows that are computed twice and must be the same: once from the audit log in the file under
 * {@code verify/}, once as the jobs have them.
 */
record Comparison(String name, String promise) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NAMED = 100;
  private static final Pattern NEEDED = Pattern.compile("(?m)^-- needs: (\\w+)$");

  private static final String BOTH =
      """
      SELECT
        count() AS checked,
        countIf(expected.row != found.row) AS differing,
        groupArrayIf(%d)((if(expected.key = '', found.key, expected.key), expected.row, found.row),
          expected.row != found.row) AS named
      FROM (SELECT key, formatRowNoNewline('JSONEachRow', * EXCEPT key) AS row FROM (
      %s
      )) AS expected
      FULL OUTER JOIN (SELECT key, formatRowNoNewline('JSONEachRow', * EXCEPT key) AS row FROM (
      %s
      )) AS found ON found.key = expected.key
      FORMAT JSONCompact""";

  Finding compare(ClickHouseClient clickhouse, Map<String, String> settings)
      throws IOException, InterruptedException {
    String text = text();
    Matcher needed = NEEDED.matcher(text);
    if (needed.find() && isMissing(clickhouse, settings, needed.group(1))) {
      String remark = "this run has no table " + needed.group(1);
      return new Finding(name, promise, 0, List.of(), List.of(), List.of(remark));
    }
    String[] halves = text.split("\n==\n", 2);
    String query = BOTH.formatted(NAMED, halves[0], halves[1]);
    JsonNode answer = JSON.readTree(clickhouse.run(query, settings)).path("data").path(0);
    List<Violation> violations = new ArrayList<>();
    for (JsonNode difference : answer.path(2)) {
      violations.add(
          new Violation(
              difference.path(0).asText(),
              difference(difference.path(1).asText(), difference.path(2).asText())));
    }
    long differing = answer.path(1).asLong();
    List<String> remarks =
        differing > violations.size() ? List.of(differing + " rows differ") : List.of();
    return new Finding(name, promise, answer.path(0).asLong(), List.of(), violations, remarks);
  }

  private static boolean isMissing(
      ClickHouseClient clickhouse, Map<String, String> settings, String table)
      throws IOException, InterruptedException {
    return clickhouse.run("EXISTS TABLE " + table + " FORMAT TSV", settings).strip().equals("0");
  }

  private static String difference(String expected, String found) throws IOException {
    if (found.isEmpty()) {
      return "is not there: the log says " + expected;
    }
    if (expected.isEmpty()) {
      return "is there and the log knows nothing of it: " + found;
    }
    JsonNode right = JSON.readTree(expected);
    JsonNode wrong = JSON.readTree(found);
    List<String> columns = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>();
    right.fieldNames().forEachRemaining(names::add);
    for (String column : names) {
      if (!right.path(column).equals(wrong.path(column))) {
        columns.add(
            "%s is %s, the log says %s".formatted(column, wrong.path(column), right.path(column)));
      }
    }
    return String.join("; ", columns);
  }

  private String text() throws IOException {
    try (InputStream file = Comparison.class.getResourceAsStream("/verify/" + name + ".sql")) {
      if (file == null) {
        throw new IllegalStateException("verify/" + name + ".sql is missing on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
