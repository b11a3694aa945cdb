package io.rihla.api.prompts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import java.util.List;

/** What a conversation brings into a prompt. */
final class PreviewStore {
  private static final String CUSTOMER =
      """
      SELECT customer_key, name, language, phase, package_code, last_message
      FROM conversations WHERE conversation_id = ? LIMIT 1
      """;

  private static final String HISTORY =
      """
      SELECT author, text, toUnixTimestamp64Milli(sent_at) AS sent_ms
      FROM messages FINAL WHERE customer_key = ? AND text != ''
      ORDER BY seq DESC LIMIT 20
      """;

  private final ClickHouse clickHouse;

  PreviewStore(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  private record Line(String author, String text, long at) {}

  void tell(String conversation, ObjectNode wanted) {
    try {
      String key =
          clickHouse
              .first(CUSTOMER, row -> customer(row, wanted), conversation)
              .orElseThrow(
                  () ->
                      new ProblemException(
                          Problem.notFound("there is no conversation " + conversation)));
      List<Line> lines =
          clickHouse.query(
              HISTORY,
              row -> new Line(row.text("author"), row.text("text"), row.number("sent_ms")),
              key);
      ArrayNode history = wanted.putArray("history");
      lines
          .reversed()
          .forEach(
              line ->
                  history
                      .addObject()
                      .put("author", line.author())
                      .put("text", line.text())
                      .put("at", line.at()));
    } catch (StoreUnavailable e) {
      throw e.asProblem();
    }
  }

  private static String customer(Row row, ObjectNode wanted) {
    String key = row.text("customer_key");
    wanted.put("customer_key", key);
    put(wanted, "name", row.text("name"));
    put(wanted, "language", row.text("language"));
    put(wanted, "phase", row.text("phase"));
    put(wanted, "package_code", row.text("package_code"));
    put(wanted, "message", row.text("last_message"));
    return key;
  }

  private static void put(ObjectNode wanted, String name, String value) {
    if (!value.isEmpty()) {
      wanted.put(name, value);
    }
  }
}
