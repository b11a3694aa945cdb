package io.rihla.api;

import io.helidon.webserver.http.HttpRouting;
import io.rihla.api.campaigns.CampaignDirectory;
import io.rihla.api.campaigns.CampaignLinks;
import io.rihla.api.campaigns.CampaignParts;
import io.rihla.api.campaigns.CampaignRoutes;
import io.rihla.api.clicks.ClickLog;
import io.rihla.api.clicks.ClickRoutes;
import io.rihla.api.commands.DeskCommands;
import io.rihla.api.kafka.EventLog;
import io.rihla.api.spend.ImportedDays;
import io.rihla.api.spend.SpendLog;
import io.rihla.api.spend.SpendParts;
import io.rihla.api.spend.SpendRoutes;
import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.topics.CompactedTopicView;
import io.rihla.schemas.topics.Topics;
import java.time.Clock;

/** Campaigns, the clicks on them, and what their ads cost. */
final class AdvertisingDoors implements AutoCloseable {
  private final CompactedTopicView<Campaign> view;
  private final ImportedDays days;
  private final SpendLog spendLog;
  private final ClickLog clickLog;
  private final CampaignRoutes campaigns;
  private final SpendRoutes spend;
  private final ClickRoutes clicks;

  AdvertisingDoors(
      ApiConfig config,
      EventLog log,
      DeskCommands desk,
      CompactedTopicView<TravelPackage> catalog,
      Clock clock) {
    CampaignLinks links = config.links();
    this.view = new CompactedTopicView<>(Topics.CAMPAIGNS, config.kafka());
    this.days = new ImportedDays(config.kafka(), clock);
    this.spendLog = new SpendLog(config.kafka());
    this.clickLog = new ClickLog(log);
    CampaignDirectory directory = new CampaignDirectory(view);
    this.campaigns = new CampaignRoutes(new CampaignParts(directory, catalog, desk, links));
    this.spend = new SpendRoutes(new SpendParts(directory, spendLog, days, clock, config.zone()));
    this.clicks = new ClickRoutes(directory, catalog, links, clickLog, clock);
  }

  void install(HttpRouting.Builder routing) {
    routing
        .register("/api/campaigns", campaigns)
        .register("/api/marketing/ad-spend", spend)
        .register("/c", clicks);
  }

  void start() {
    days.start();
    clickLog.start();
  }

  @Override
  public void close() {
    clickLog.close();
    spendLog.close();
    days.close();
    view.close();
  }
}
