package io.rihla.functions.packages;

import io.helidon.health.HealthCheckResponse;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.topics.CompactedTopicView;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The catalog as its topic has it, a moment ago at most. */
public final class CatalogView implements Catalog {
  private final CompactedTopicView<TravelPackage> view;

  public CatalogView(String kafka) {
    this.view = new CompactedTopicView<>(Topics.CATALOG, kafka);
  }

  public boolean awaitComplete(Duration timeout) throws InterruptedException {
    return view.awaitComplete(timeout);
  }

  /** Ready once everything that was in the topic has been read. */
  public HealthCheckResponse health() {
    return HealthCheckResponse.builder()
        .status(view.isComplete())
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
}
