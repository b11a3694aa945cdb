package io.rihla.api.leads;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A lead as the list shows it; times in ISO 8601 UTC, money in whole units of the currency.
 *
 * @param status OPEN, PAID, REFUNDED, LOST or CANCELLED
 */
@JsonPropertyOrder({"id", "status", "phone", "name", "phase", "interested_package"})
public record Lead(
    String id,
    String conversationId,
    String customerKey,
    long journey,
    @Nullable String phone,
    @Nullable String name,
    @Nullable String phase,
    @Nullable String interestedPackage,
    @Nullable String campaignCode,
    @Nullable String conversationSummary,
    String source,
    @Nullable Double aiConfidence,
    String status,
    @Nullable String reason,
    long paid,
    long refunded,
    @Nullable String currency,
    long pax,
    @Nullable String createdAt,
    @Nullable String updatedAt) {

  /** For the names of the columns. */
  static final Lead NONE =
      new Lead(
          "", "", "", 0, null, null, null, null, null, null, "", null, "", null, 0, 0, null, 0,
          null, null);
}
