package io.rihla.jobs.campaigns;

import io.rihla.jobs.history.LogPosition;
import io.rihla.jobs.sink.JsonRow;
import io.rihla.jobs.sink.VersionedRow;
import io.rihla.schemas.campaigns.Campaign;

/** The mapping of campaigns to packages and ads, as rows. */
final class CampaignRows {
  static final String TABLE = "campaigns";

  private CampaignRows() {}

  static VersionedRow campaign(LogPosition position, Campaign campaign) {
    return VersionedRow.byEvent(
        position,
        false,
        new JsonRow(campaign.code())
            .text("campaign", campaign.code())
            .text("package_code", campaign.packageCode())
            .text("name", campaign.name())
            .text("source", campaign.source())
            .texts("ad_ids", campaign.adIds())
            .flag("active", campaign.active())
            .number("updated_at", campaign.updatedAt()));
  }

  static VersionedRow removed(LogPosition position, String code) {
    return VersionedRow.byEvent(position, true, new JsonRow(code).text("campaign", code));
  }
}
