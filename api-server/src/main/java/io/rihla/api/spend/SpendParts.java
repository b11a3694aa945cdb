package io.rihla.api.spend;

import io.rihla.api.campaigns.CampaignDirectory;
import java.time.Clock;
import java.time.ZoneId;

/** What the door for ad costs stands on. */
public record SpendParts(
    CampaignDirectory campaigns, SpendLog log, ImportedDays days, Clock clock, ZoneId zone) {}
