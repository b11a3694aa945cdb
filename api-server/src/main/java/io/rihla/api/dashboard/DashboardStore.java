package io.rihla.api.dashboard;

import io.rihla.api.security.Caller;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The dashboard's questions: who stands where, then the details of those who are shown. */
final class DashboardStore {
  private static final int SHOWN = 20;

  /** All in one pass; who wrote before yesterday is looked for only when too few wrote since. */
  private static final String DESK =
      """
      SELECT
          toInt64(countIf(last_message_at >= now64(3) - INTERVAL 24 HOUR)) AS active,
          toInt64(countIf(phase = 'LEADS')) AS leads,
          toInt64(countIf(phase = 'INTEREST')) AS interest,
          toInt64(countIf(phase = 'BOOKING')) AS booking,
          toInt64(countIf(need = 'ESCALATION')) AS escalated,
          toJSONString(arrayMap(one -> one.3, groupArraySortedIf(200)(
              (-toInt8(priority), ball_at, customer_key), ball = 'WAITING'))) AS waiting,
          toJSONString(arrayMap(one -> one.2, groupArraySortedIf(20)(
              (-toUnixTimestamp64Milli(last_message_at), customer_key),
              last_message_at >= now64(3) - INTERVAL 24 HOUR))) AS latest
      FROM desk
      """;

  private static final String LATEST =
      """
      SELECT customer_key FROM desk
      ORDER BY last_message_at DESC, customer_key
      LIMIT 20
      """;

  private static final String DETAILS =
      """
      SELECT
          customer_key, conversation_id, phone, name, phase, last_message, campaign_code, package_code,
          need_event, need_reason, need_priority, need_notes,
          greatest(toInt64(dateDiff('second', ball_at, now64(3))), toInt64(0)) AS waiting_seconds,
          toUnixTimestamp64Milli(last_message_at) AS last_message_ms
      FROM conversations
      WHERE customer_key IN (%s)
      """;

  private final ClickHouse clickHouse;

  DashboardStore(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  private record Desk(
      long active,
      Dashboard.Phases phases,
      long escalated,
      List<String> waiting,
      List<String> latest) {}

  Dashboard read(Caller caller) throws StoreUnavailable {
    Desk desk = clickHouse.first(DESK, DashboardStore::desk).orElseThrow();
    List<String> latest =
        desk.latest().size() < SHOWN
            ? clickHouse.query(LATEST, row -> row.text("customer_key"))
            : desk.latest();
    Map<String, Row> details = details(desk.waiting(), latest);
    return new Dashboard(
        desk.active(),
        desk.phases(),
        shown(desk.waiting(), details, row -> pending(row, caller)),
        desk.escalated(),
        shown(latest, details, row -> lead(row, caller)));
  }

  private Map<String, Row> details(List<String> waiting, List<String> latest)
      throws StoreUnavailable {
    List<String> keys = Stream.concat(waiting.stream(), latest.stream()).distinct().toList();
    if (keys.isEmpty()) {
      return Map.of();
    }
    String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
    return clickHouse.query(DETAILS.formatted(marks), row -> row, keys.toArray()).stream()
        .collect(Collectors.toMap(row -> row.text("customer_key"), row -> row));
  }

  private static <T> List<T> shown(
      List<String> keys, Map<String, Row> details, Function<Row, T> shape) {
    return keys.stream().map(details::get).filter(Objects::nonNull).map(shape).toList();
  }

  private static Desk desk(Row row) {
    return new Desk(
        row.number("active"),
        new Dashboard.Phases(row.number("leads"), row.number("interest"), row.number("booking")),
        row.number("escalated"),
        keys(row, "waiting"),
        keys(row, "latest"));
  }

  private static List<String> keys(Row row, String column) {
    List<String> keys = new ArrayList<>();
    row.json(column).forEach(key -> keys.add(key.asText()));
    return keys;
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
