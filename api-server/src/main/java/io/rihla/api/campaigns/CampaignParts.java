package io.rihla.api.campaigns;

import io.rihla.api.commands.DeskCommands;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.topics.CompactedTopicView;

/** What the campaigns' routes stand on. */
public record CampaignParts(
    CampaignDirectory campaigns,
    CompactedTopicView<TravelPackage> catalog,
    DeskCommands commands,
    CampaignLinks links) {}
