package io.rihla.functions.prompts;

import io.helidon.health.HealthCheckResponse;
import io.rihla.schemas.prompts.PromptSet;
import io.rihla.schemas.prompts.PromptVersion;
import io.rihla.schemas.topics.CompactedTopicView;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;

/** The prompts as their topic has them, a moment ago at most. */
public final class PromptsView implements Prompts {
  private record Derived(long changes, PromptSet set) {}

  private final CompactedTopicView<PromptVersion> view;
  private volatile Derived derived = new Derived(-1, PromptSet.builtin());

  public PromptsView(String kafka) {
    this.view = new CompactedTopicView<>(Topics.PROMPTS, kafka);
  }

  public boolean awaitComplete(Duration timeout) throws InterruptedException {
    return view.awaitComplete(timeout);
  }

  /** Ready once everything that was in the topic has been read. */
  public HealthCheckResponse health() {
    return HealthCheckResponse.builder()
        .status(view.isComplete())
        .detail("version", now().version())
        .build();
  }

  @Override
  public PromptSet now() {
    Derived known = derived;
    // counted before the values are read: what arrives meanwhile is derived again next time
    long changes = view.changes();
    if (known.changes() != changes) {
      known = new Derived(changes, PromptSet.production(view.all(), known.set()));
      derived = known;
    }
    return known.set();
  }

  @Override
  public PromptSet staged() {
    return now().staging(view.all());
  }
}
