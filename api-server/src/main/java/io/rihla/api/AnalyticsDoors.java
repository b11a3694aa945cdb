package io.rihla.api;

import io.helidon.webserver.http.HttpRouting;
import io.rihla.api.analytics.AnalyticsParts;
import io.rihla.api.analytics.AnalyticsRoutes;
import io.rihla.api.campaigndays.CampaignDayRoutes;
import io.rihla.api.dashboard.DashboardRoutes;
import io.rihla.api.dropoffs.DropOffRoutes;
import io.rihla.api.freshness.Freshness;
import io.rihla.api.freshness.LastGood;
import io.rihla.api.funnel.FunnelRoutes;
import io.rihla.api.listing.Lists;
import io.rihla.api.performance.PerformanceRoutes;
import io.rihla.api.prompts.FaqDesk;
import io.rihla.api.questions.QuestionRoutes;
import io.rihla.api.questions.SuggestionRoutes;
import io.rihla.api.results.ResultRoutes;
import io.rihla.api.spend.SpendLists;
import io.rihla.api.store.ClickHouse;
import io.rihla.schemas.desk.Experiment;
import io.rihla.schemas.topics.CompactedTopicView;
import java.time.Clock;

/** The figures: dashboard, analytics, and the lists behind every number. */
final class AnalyticsDoors implements AutoCloseable {
  private final Freshness freshness;
  private final AnalyticsParts parts;
  private final Lists lists;
  private final CompactedTopicView<Experiment> experiments;
  private final FaqDesk faq;
  private final Clock clock;

  AnalyticsDoors(
      ApiConfig config,
      ClickHouse clickHouse,
      CompactedTopicView<Experiment> experiments,
      FaqDesk faq,
      Clock clock) {
    this.experiments = experiments;
    this.faq = faq;
    this.clock = clock;
    this.freshness = new Freshness(config.kafka(), clickHouse, clock);
    LastGood answers = new LastGood(freshness::behind, clock);
    this.parts = new AnalyticsParts(clickHouse, answers, clock, config.zone());
    this.lists = new Lists(clickHouse, answers);
  }

  void install(HttpRouting.Builder routing) {
    routing
        .register(
            "/api/marketing/dashboard", new DashboardRoutes(parts.clickHouse(), parts.answers()))
        .register("/api/marketing/analytics", new AnalyticsRoutes(parts))
        .register("/api/marketing", new FunnelRoutes(parts, lists))
        .register("/api/marketing/drop-offs", new DropOffRoutes(parts, lists))
        .register("/api/marketing/campaigns", new CampaignDayRoutes(parts, lists))
        .register("/api/marketing/ad-spend", new SpendLists(parts, lists))
        .register("/api/marketing/questions", new QuestionRoutes(parts, lists))
        .register("/api/marketing/experiments", new ResultRoutes(parts, experiments))
        .register("/api/ai/performance", new PerformanceRoutes(parts))
        .register(
            "/api/ai/faq-suggestions", new SuggestionRoutes(lists, parts.clickHouse(), faq, clock));
  }

  void start() {
    freshness.start();
  }

  @Override
  public void close() {
    freshness.close();
  }
}
