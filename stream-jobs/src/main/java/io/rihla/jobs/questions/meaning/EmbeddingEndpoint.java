package io.rihla.jobs.questions.meaning;

import io.rihla.schemas.config.Settings;
import java.io.Serializable;
import java.util.Optional;

/** Where an OpenAI-compatible server turns texts into vectors. */
public record EmbeddingEndpoint(String baseUrl, String apiKey, String model)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** Empty when questions are compared by their words alone. */
  public static Optional<EmbeddingEndpoint> read(Settings settings) {
    String apiKey = settings.text("EMBEDDINGS_API_KEY", "none");
    String model = settings.text("EMBEDDINGS_MODEL", "text-embedding-3-small");
    return settings
        .optional("EMBEDDINGS_BASE_URL")
        .map(url -> settings.url("EMBEDDINGS_BASE_URL", url).toString())
        .map(url -> new EmbeddingEndpoint(url, apiKey, model));
  }
}
