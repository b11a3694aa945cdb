package io.rihla.jobs.questions.meaning;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the model, and leaves it alone for a while after it failed: clustering does not wait. */
final class Embedder {
  private static final Logger LOG = LoggerFactory.getLogger(Embedder.class);
  static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration REST = Duration.ofSeconds(30);

  private final EmbeddingModel model;
  private final InstantSource clock;
  private final AtomicLong restsUntil = new AtomicLong();

  Embedder(EmbeddingEndpoint endpoint, InstantSource clock) {
    this.model =
        OpenAiEmbeddingModel.builder()
            .baseUrl(endpoint.baseUrl())
            .apiKey(endpoint.apiKey())
            .modelName(endpoint.model())
            .timeout(TIMEOUT)
            .maxRetries(0)
            .build();
    this.clock = clock;
  }

  Optional<float[]> embed(String text) {
    if (clock.millis() < restsUntil.get()) {
      return Optional.empty();
    }
    try {
      return Optional.of(model.embed(text).content().vector());
    } catch (RuntimeException e) {
      if (restsUntil.getAndSet(clock.millis() + REST.toMillis()) < clock.millis()) {
        LOG.warn("embeddings_failed rest_seconds={} reason={}", REST.toSeconds(), e.toString());
      }
      return Optional.empty();
    }
  }
}
