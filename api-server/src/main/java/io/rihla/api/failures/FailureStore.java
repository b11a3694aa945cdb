package io.rihla.api.failures;

import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.PageCursor;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions about answers that led nowhere. */
final class FailureStore {
  private static final String COLUMNS =
      """
      SELECT
          failure_id, conversation_id, reason, detail, question, answer, prompt_version, variant,
          model, topic, confidence, phase, package_code, toInt64(journey) AS journey_number,
          toUnixTimestamp64Milli(answered_at) AS answered_ms,
          toUnixTimestamp64Milli(failed_at) AS failed_ms
      FROM failed_conversations
      """;

  /** More rows than a spreadsheet is read with. */
  private static final int MOST_EXPORTED = 50_000;

  private final ClickHouse clickHouse;

  FailureStore(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  /** One page, and where the next begins. */
  record Page(List<Failure> failures, Optional<PageCursor> next) {}

  private record Positioned(Failure failure, PageCursor cursor) {}

  Page list(FailureFilter filter) throws StoreUnavailable {
    List<Positioned> rows = rows(filter, filter.limit() + 1);
    boolean more = rows.size() > filter.limit();
    List<Positioned> page = more ? rows.subList(0, filter.limit()) : rows;
    return new Page(
        page.stream().map(Positioned::failure).toList(),
        more ? Optional.of(page.getLast().cursor()) : Optional.empty());
  }

  List<Failure> export(FailureFilter filter) throws StoreUnavailable {
    return rows(filter, MOST_EXPORTED).stream().map(Positioned::failure).toList();
  }

  private List<Positioned> rows(FailureFilter filter, int most) throws StoreUnavailable {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    List<Object> values = new ArrayList<>();
    for (FailureFilter.Condition condition : filter.conditions()) {
      conditions.add(condition.sql());
      values.add(condition.value());
    }
    filter
        .after()
        .ifPresent(
            cursor -> {
              conditions.add("(toUnixTimestamp64Milli(failed_at), failure_id) < (?, ?)");
              values.add(cursor.millis());
              values.add(cursor.key());
            });
    values.add(most);
    return clickHouse.query(
        COLUMNS
            + "WHERE "
            + String.join(" AND ", conditions)
            + "\nORDER BY failed_at DESC, failure_id DESC\nLIMIT ?",
        FailureStore::positioned,
        values.toArray());
  }

  private static Positioned positioned(Row row) {
    return new Positioned(
        failure(row), new PageCursor(row.number("failed_ms"), row.text("failure_id")));
  }

  private static Failure failure(Row row) {
    return new Failure(
        row.text("failure_id"),
        row.text("conversation_id"),
        row.text("reason"),
        row.textOrNull("detail"),
        row.textOrNull("question"),
        row.textOrNull("answer"),
        row.textOrNull("prompt_version"),
        row.textOrNull("variant"),
        row.textOrNull("model"),
        row.textOrNull("topic"),
        confidence(row),
        row.textOrNull("phase"),
        row.textOrNull("package_code"),
        row.number("journey_number"),
        row.time("answered_ms"),
        row.time("failed_ms"));
  }

  private static @Nullable Double confidence(Row row) {
    String text = row.textOrNull("confidence");
    return text == null ? null : Double.valueOf(text);
  }
}
