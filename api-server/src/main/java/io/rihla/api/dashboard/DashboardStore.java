package io.rihla.api.dashboard;

import io.rihla.api.security.Caller;
import io.rihla.api.store.AtOnce;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The dashboard's questions: who stands where, then the details of those who are shown. */
final class DashboardStore {
  private static final int SHOWN = 20;

  private static final String COUNTS =
      """
      SELECT
          toInt64(countIf(last_message_at >= now64(3) - INTERVAL 24 HOUR)) AS active,
          toInt64(countIf(phase = 'LEADS')) AS leads,
          toInt64(countIf(phase = 'INTEREST')) AS interest,
          toInt64(countIf(phase = 'BOOKING')) AS booking,
          toInt64(countIf(need = 'ESCALATION')) AS escalated
      FROM desk
      """;

  private static final String WAITING =
      """
      SELECT customer_key FROM desk
      WHERE ball = 'WAITING'
      ORDER BY priority DESC, ball_at, customer_key
      LIMIT 200
      """;

  private static final String LATEST =
      """
      SELECT customer_key FROM desk
      %s
      ORDER BY last_message_at DESC, customer_key
      LIMIT 20
      """;

  /** Who wrote before yesterday is looked for only when too few wrote since. */
  private static final String SINCE_YESTERDAY =
      "WHERE last_message_at >= now64(3) - INTERVAL 24 HOUR";

  private static final String DETAILS =
      """
      SELECT
          customer_key, conversation_id, phone, name, phase, last_message, campaign_code, package_code,
          need_event, need_reason, need_priority, need_notes,
          greatest(toInt64(dateDiff('second', ball_at, now64(3))), toInt64(0)) AS waiting_seconds,
          toUnixTimestamp64Milli(last_message_at) AS last_message_ms
      FROM conversations
      WHERE customer_key IN (%s)
      SETTINGS local_filesystem_read_method = 'pread'
      """;

  private final ClickHouse clickHouse;

  DashboardStore(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  private record Desk(long active, Dashboard.Phases phases, long escalated) {}

  Dashboard read(Caller caller) throws StoreUnavailable {
    try (AtOnce together = new AtOnce()) {
      AtOnce.Answer<Desk> desk =
          together.ask(() -> clickHouse.first(COUNTS, DashboardStore::desk).orElseThrow());
      AtOnce.Answer<List<Row>> waiting = together.ask(() -> details(keys(WAITING)));
      AtOnce.Answer<List<Row>> latest = together.ask(() -> details(latest()));
      return new Dashboard(
          desk.get().active(),
          desk.get().phases(),
          waiting.get().stream().map(row -> pending(row, caller)).toList(),
          desk.get().escalated(),
          latest.get().stream().map(row -> lead(row, caller)).toList());
    }
  }

  private List<String> latest() throws StoreUnavailable {
    List<String> sinceYesterday = keys(LATEST.formatted(SINCE_YESTERDAY));
    return sinceYesterday.size() < SHOWN ? keys(LATEST.formatted("")) : sinceYesterday;
  }

  private List<String> keys(String sql) throws StoreUnavailable {
    return clickHouse.query(sql, row -> row.text("customer_key"));
  }

  /** In the order of the keys. */
  private List<Row> details(List<String> keys) throws StoreUnavailable {
    if (keys.isEmpty()) {
      return List.of();
    }
    String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
    Map<String, Row> details =
        clickHouse.query(DETAILS.formatted(marks), row -> row, keys.toArray()).stream()
            .collect(Collectors.toMap(row -> row.text("customer_key"), row -> row));
    return keys.stream().map(details::get).filter(Objects::nonNull).toList();
  }

  private static Desk desk(Row row) {
    return new Desk(
        row.number("active"),
        new Dashboard.Phases(row.number("leads"), row.number("interest"), row.number("booking")),
        row.number("escalated"));
  }

  private static Dashboard.Pending pending(Row row, Caller caller) {
    String id = row.text("conversation_id");
    return new Dashboard.Pending(
        id,
        caller.phone(row.textOrNull("phone")),
        name(row, caller),
        row.textOrNull("phase"),
        caller.text(row.textOrNull("last_message")),
        row.textOrNull("package_code"),
        "/api/conversations/" + id,
        caller.text(row.textOrNull("need_notes")),
        row.text("need_event").equals("Escalated") ? "escalation" : "handover",
        row.textOrNull("need_reason"),
        row.number("waiting_seconds"),
        lower(row.textOrNull("need_priority")));
  }

  private static Dashboard.Lead lead(Row row, Caller caller) {
    return new Dashboard.Lead(
        row.text("conversation_id"),
        caller.phone(row.textOrNull("phone")),
        name(row, caller),
        row.textOrNull("phase"),
        row.textOrNull("campaign_code"),
        row.textOrNull("package_code"),
        caller.text(row.textOrNull("last_message")),
        row.time("last_message_ms"));
  }

  private static @Nullable String name(Row row, Caller caller) {
    return caller.seesPhones() ? row.textOrNull("name") : null;
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }
}
