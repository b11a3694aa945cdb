package io.rihla.api.leads;

import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.PageCursor;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions about leads. */
final class LeadStore {
  private static final String COLUMNS =
      """
      SELECT
          lead_id, conversation_id, customer_key, toInt64(journey) AS journey_number, phone, name,
          phase, package_code, campaign_code, summary, source, ai_confidence, status, reason,
          paid, refunded, currency, pax,
          toUnixTimestamp64Milli(created_at) AS created_ms,
          toUnixTimestamp64Milli(updated_at) AS updated_ms
      FROM leads
      """;

  /** More rows than a spreadsheet is read with. */
  private static final int MOST_EXPORTED = 50_000;

  private final ClickHouse clickHouse;

  LeadStore(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  /** One page, and where the next begins. */
  record Page(List<Lead> leads, Optional<PageCursor> next) {}

  private record Positioned(Lead lead, PageCursor cursor) {}

  Page list(LeadFilter filter) throws StoreUnavailable {
    List<Positioned> rows = rows(filter, filter.limit() + 1);
    boolean more = rows.size() > filter.limit();
    List<Positioned> page = more ? rows.subList(0, filter.limit()) : rows;
    return new Page(
        page.stream().map(Positioned::lead).toList(),
        more ? Optional.of(page.getLast().cursor()) : Optional.empty());
  }

  List<Lead> export(LeadFilter filter) throws StoreUnavailable {
    return rows(filter, MOST_EXPORTED).stream().map(Positioned::lead).toList();
  }

  private List<Positioned> rows(LeadFilter filter, int most) throws StoreUnavailable {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    List<Object> values = new ArrayList<>();
    for (LeadFilter.Condition condition : filter.conditions()) {
      conditions.add(condition.sql());
      values.add(condition.value());
    }
    filter
        .after()
        .ifPresent(
            cursor -> {
              conditions.add("(toUnixTimestamp64Milli(created_at), lead_id) < (?, ?)");
              values.add(cursor.millis());
              values.add(cursor.key());
            });
    values.add(most);
    return clickHouse.query(
        COLUMNS
            + "WHERE "
            + String.join(" AND ", conditions)
            + "\nORDER BY created_at DESC, lead_id DESC\nLIMIT ?",
        LeadStore::positioned,
        values.toArray());
  }

  private static Positioned positioned(Row row) {
    return new Positioned(lead(row), new PageCursor(row.number("created_ms"), row.text("lead_id")));
  }

  private static Lead lead(Row row) {
    return new Lead(
        row.text("lead_id"),
        row.text("conversation_id"),
        row.text("customer_key"),
        row.number("journey_number"),
        row.textOrNull("phone"),
        row.textOrNull("name"),
        row.textOrNull("phase"),
        row.textOrNull("package_code"),
        row.textOrNull("campaign_code"),
        row.textOrNull("summary"),
        row.text("source"),
        confidence(row),
        row.text("status"),
        row.textOrNull("reason"),
        row.number("paid"),
        row.number("refunded"),
        row.textOrNull("currency"),
        row.number("pax"),
        row.time("created_ms"),
        row.time("updated_ms"));
  }

  private static @Nullable Double confidence(Row row) {
    String text = row.textOrNull("ai_confidence");
    return text == null ? null : Double.valueOf(text);
  }
}
