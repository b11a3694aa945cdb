package io.rihla.api.dashboard;

import io.rihla.api.security.Caller;
import io.rihla.api.store.AtOnce;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The dashboard's questions: who stands where, then what is known of those who are shown. */
final class DashboardStore {
  /** Asked only when too few wrote since yesterday. */
  private static final String LATEST =
      """
      SELECT customer_key FROM desk
      ORDER BY last_message_at DESC, customer_key
      LIMIT %d
      """
          .formatted(Desk.LATEST_SHOWN);

  /** No more columns than are shown: each is looked up for each of the customers. */
  private static final String WHO_WAITS =
      """
      SELECT
          customer_key, conversation_id, phone, name, last_message, package_code, need_reason, need_notes
      FROM conversations
      WHERE customer_key IN (%s)
      SETTINGS local_filesystem_read_method = 'pread'
      """;

  private static final String WHO_WROTE =
      """
      SELECT
          customer_key, conversation_id, phone, name, phase, last_message, campaign_code, package_code,
          toUnixTimestamp64Milli(last_message_at) AS last_message_ms
      FROM conversations
      WHERE customer_key IN (%s)
      SETTINGS local_filesystem_read_method = 'pread'
      """;

  private final ClickHouse clickHouse;

  DashboardStore(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  Dashboard read(Caller caller) throws StoreUnavailable {
    Desk desk = Desk.read(clickHouse);
    try (AtOnce together = new AtOnce()) {
      AtOnce.Answer<List<Dashboard.Lead>> latest =
          together.ask(() -> latest(desk.latest(), caller));
      List<Dashboard.Pending> pending = pending(desk.urgent(), caller);
      return new Dashboard(
          desk.counts().activeConversations(),
          Dashboard.Phases.of(desk.counts()),
          pending,
          desk.counts().waiting(),
          desk.counts().escalated(),
          latest.get());
    }
  }

  private List<Dashboard.Pending> pending(List<Desk.Waiting> waiting, Caller caller)
      throws StoreUnavailable {
    Map<String, Row> known =
        byKey(WHO_WAITS, waiting.stream().map(Desk.Waiting::key).toList(), Function.identity());
    return waiting.stream()
        .flatMap(
            one ->
                Optional.ofNullable(known.get(one.key()))
                    .map(row -> pending(one, row, caller))
                    .stream())
        .toList();
  }

  private List<Dashboard.Lead> latest(List<Desk.Wrote> sinceYesterday, Caller caller)
      throws StoreUnavailable {
    List<String> keys =
        sinceYesterday.size() < Desk.LATEST_SHOWN
            ? clickHouse.query(LATEST, row -> row.text("customer_key"))
            : sinceYesterday.stream().map(Desk.Wrote::key).toList();
    Map<String, Dashboard.Lead> known = byKey(WHO_WROTE, keys, row -> lead(row, caller));
    return keys.stream().map(known::get).filter(Objects::nonNull).toList();
  }

  private <T> Map<String, T> byKey(String sql, List<String> keys, Function<Row, T> one)
      throws StoreUnavailable {
    if (keys.isEmpty()) {
      return Map.of();
    }
    String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
    return clickHouse
        .query(
            sql.formatted(marks),
            row -> Map.entry(row.text("customer_key"), one.apply(row)),
            keys.toArray())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Dashboard.Pending pending(Desk.Waiting waiting, Row row, Caller caller) {
    String id = row.text("conversation_id");
    return new Dashboard.Pending(
        id,
        caller.phone(row.textOrNull("phone")),
        name(row, caller),
        waiting.phase(),
        caller.text(row.textOrNull("last_message")),
        row.textOrNull("package_code"),
        "/api/conversations/" + id,
        caller.text(row.textOrNull("need_notes")),
        waiting.kind(),
        row.textOrNull("need_reason"),
        waiting.seconds(),
        waiting.priority());
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
}
