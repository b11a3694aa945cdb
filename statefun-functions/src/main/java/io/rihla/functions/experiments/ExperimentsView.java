package io.rihla.functions.experiments;

import io.helidon.health.HealthCheckResponse;
import io.rihla.schemas.desk.Experiment;
import io.rihla.schemas.desk.ExperimentStatus;
import io.rihla.schemas.topics.CompactedTopicView;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** The experiments as their topic has them, a moment ago at most. */
public final class ExperimentsView implements Experiments {
  private final CompactedTopicView<Experiment> view;

  public ExperimentsView(String kafka) {
    this.view = new CompactedTopicView<>(Topics.EXPERIMENTS, kafka);
  }

  public boolean awaitComplete(Duration timeout) throws InterruptedException {
    return view.awaitComplete(timeout);
  }

  /** Ready once everything that was in the topic has been read. */
  public HealthCheckResponse health() {
    return HealthCheckResponse.builder()
        .status(view.isComplete())
        .detail("running", running().size())
        .build();
  }

  @Override
  public List<Experiment> running() {
    return view.all().stream()
        .filter(one -> one.status() == ExperimentStatus.RUNNING)
        .sorted(Comparator.comparing(Experiment::name))
        .toList();
  }
}
