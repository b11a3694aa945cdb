package io.rihla.api.leads;

import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.Paged;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import java.util.List;
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
      FROM leads""";

  private final Paged<Lead> leads;

  LeadStore(ClickHouse clickHouse) {
    this.leads = new Paged<>(clickHouse, COLUMNS, "created", "lead_id", LeadStore::lead);
  }

  Paged.Page<Lead> list(Paged.Request request) throws StoreUnavailable {
    return leads.page(request);
  }

  List<Lead> export(Paged.Request request) throws StoreUnavailable {
    return leads.all(request);
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
