package io.rihla.launcher.verify.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.verify.Finding;
import io.rihla.launcher.verify.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Figures by name that a query must answer with, no more and no less. */
record Expectation(String name, String promise, SortedMap<String, String> figures, String query) {
  private static final ObjectMapper JSON = new ObjectMapper();

  Finding compare(ClickHouseClient clickhouse, Map<String, String> settings)
      throws IOException, InterruptedException {
    SortedMap<String, String> found = new TreeMap<>();
    JsonNode rows =
        JSON.readTree(clickhouse.run(query + " FORMAT JSONCompact", settings)).path("data");
    rows.forEach(row -> found.put(row.path(0).asText(), row.path(1).asText()));
    TreeSet<String> names = new TreeSet<>(figures.keySet());
    names.addAll(found.keySet());
    List<Violation> violations = new ArrayList<>();
    for (String one : names) {
      String right = figures.getOrDefault(one, "nothing");
      String wrong = found.getOrDefault(one, "nothing");
      if (!right.equals(wrong)) {
        violations.add(
            new Violation("", "%s: is %s, the key says %s".formatted(one, wrong, right).strip()));
      }
    }
    return new Finding(name, promise, names.size(), List.of(), violations, List.of());
  }
}
