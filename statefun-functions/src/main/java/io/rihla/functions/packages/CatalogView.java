package io.rihla.functions.packages;

import io.helidon.health.HealthCheckResponse;
import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.topics.CompactedTopicView;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The catalog and the campaigns for it as their topics have them, a moment ago at most. */
public final class CatalogView implements Catalog {
  private final CompactedTopicView<TravelPackage> view;
  private final CompactedTopicView<Campaign> campaigns;

  public CatalogView(String kafka) {
    this.view = new CompactedTopicView<>(Topics.CATALOG, kafka);
    this.campaigns = new CompactedTopicView<>(Topics.CAMPAIGNS, kafka);
  }

  public boolean awaitComplete(Duration timeout) throws InterruptedException {
    return view.awaitComplete(timeout) && campaigns.awaitComplete(timeout);
  }

  /** Ready once everything that was in the topics has been read. */
  public HealthCheckResponse health() {
    return HealthCheckResponse.builder()
        .status(view.isComplete() && campaigns.isComplete())
        .detail("packages", view.all().size())
        .build();
  }

  @Override
  public Optional<TravelPackage> find(String code) {
    return view.get(code);
  }

  @Override
  public List<TravelPackage> all() {
    return view.all();
  }

  @Override
  public Optional<TravelPackage> soldAs(String code) {
    return campaigns
        .get(code)
        .flatMap(campaign -> find(campaign.packageCode()))
        .or(() -> find(code));
  }
}
