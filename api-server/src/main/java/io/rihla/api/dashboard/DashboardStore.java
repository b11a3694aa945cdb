package io.rihla.api.dashboard;

import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The dashboard's questions to the view {@code conversations}. */
final class DashboardStore {
  private static final String FIGURES =
      """
      SELECT
          toInt64(countIf(last_message_at >= now64(3) - INTERVAL 24 HOUR)) AS active,
          toInt64(countIf(phase = 'LEADS')) AS leads,
          toInt64(countIf(phase = 'INTEREST')) AS interest,
          toInt64(countIf(phase = 'BOOKING')) AS booking,
          toInt64(countIf(ball != 'BOT' AND need_event = 'Escalated')) AS escalated
      FROM conversations
      """;

  private static final String PENDING =
      """
      SELECT
          conversation_id, phone, name, phase, last_message, package_code,
          need_event, need_reason, need_priority, need_notes,
          greatest(toInt64(dateDiff('second', ball_at, now64(3))), toInt64(0)) AS waiting_seconds
      FROM conversations
      WHERE ball = 'WAITING'
      ORDER BY indexOf(['NORMAL', 'HIGH', 'URGENT'], need_priority) DESC, ball_at
      LIMIT 200
      """;

  private static final String RECENT =
      """
      SELECT
          conversation_id, phone, name, phase, campaign_code, package_code, last_message,
          toUnixTimestamp64Milli(last_message_at) AS last_message_ms
      FROM conversations
      ORDER BY last_message_at DESC, customer_key
      LIMIT 20
      """;

  private final ClickHouse clickHouse;

  DashboardStore(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  Dashboard read(UnaryOperator<@Nullable String> phones) throws StoreUnavailable {
    List<Dashboard.Pending> pending = clickHouse.query(PENDING, row -> pending(row, phones));
    List<Dashboard.Lead> leads = clickHouse.query(RECENT, row -> lead(row, phones));
    return clickHouse
        .first(
            FIGURES,
            row ->
                new Dashboard(
                    row.number("active"),
                    new Dashboard.Phases(
                        row.number("leads"), row.number("interest"), row.number("booking")),
                    pending,
                    row.number("escalated"),
                    leads))
        .orElseThrow();
  }

  private static Dashboard.Pending pending(Row row, UnaryOperator<@Nullable String> phones) {
    String id = row.text("conversation_id");
    return new Dashboard.Pending(
        id,
        phones.apply(row.textOrNull("phone")),
        row.textOrNull("name"),
        row.textOrNull("phase"),
        row.textOrNull("last_message"),
        row.textOrNull("package_code"),
        "/api/conversations/" + id,
        row.textOrNull("need_notes"),
        row.text("need_event").equals("Escalated") ? "escalation" : "handover",
        row.textOrNull("need_reason"),
        row.number("waiting_seconds"),
        lower(row.textOrNull("need_priority")));
  }

  private static Dashboard.Lead lead(Row row, UnaryOperator<@Nullable String> phones) {
    return new Dashboard.Lead(
        row.text("conversation_id"),
        phones.apply(row.textOrNull("phone")),
        row.textOrNull("name"),
        row.textOrNull("phase"),
        row.textOrNull("campaign_code"),
        row.textOrNull("package_code"),
        row.textOrNull("last_message"),
        row.time("last_message_ms"));
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }
}
