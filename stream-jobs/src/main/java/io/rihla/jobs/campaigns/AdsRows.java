package io.rihla.jobs.campaigns;

import io.rihla.jobs.history.LogPosition;
import io.rihla.jobs.sink.JsonRow;
import io.rihla.jobs.sink.VersionedRow;
import io.rihla.schemas.ads.AdInsight;
import io.rihla.schemas.ads.AdsActivity;
import io.rihla.schemas.ads.Click;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What happened to ads and links outside of WhatsApp, as rows. */
final class AdsRows {
  static final String INSIGHTS = "ad_insights";
  static final String CLICKS = "clicks";

  /** Imports of one millisecond still follow each other: by the last digits of their offset. */
  private static final int OFFSET_BITS = 20;

  private static final int DECIMALS = 4;

  private AdsRows() {}

  static VersionedRow click(LogPosition position, AdsActivity activity, Click click, ZoneId zone) {
    long time = Math.min(activity.occurredAt(), activity.recordedAt());
    return VersionedRow.of(
        position,
        position.version(),
        new JsonRow()
            .text("activity_id", activity.activityId())
            .text("campaign", orEmpty(activity.campaignCode()))
            .number("clicked_at", time)
            .day("day", LocalDate.ofInstant(Instant.ofEpochMilli(time), zone))
            .flag("bot", click.bot())
            .text("referrer", orEmpty(click.referrer())));
  }

  /** The later import of an account, ad and day has the higher version. */
  static VersionedRow insight(LogPosition position, AdInsight insight) {
    return VersionedRow.of(
        position,
        (insight.importedAt() << OFFSET_BITS) + (position.offset() & ((1L << OFFSET_BITS) - 1)),
        new JsonRow()
            .text("account_id", insight.accountId())
            .text("ad_id", insight.adId())
            .day("day", LocalDate.parse(insight.day()))
            .json("spend", spend(insight).toPlainString())
            .text("currency", insight.currency())
            .number("link_clicks", insight.linkClicks())
            .number("impressions", insight.impressions())
            .text("ad_name", orEmpty(insight.adName()))
            .text("meta_campaign", orEmpty(insight.metaCampaign()))
            .number("imported_at", insight.importedAt()));
  }

  /** Exact as reported; no currency has more than four decimals. */
  private static BigDecimal spend(AdInsight insight) {
    return new BigDecimal(insight.spend().strip()).setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
