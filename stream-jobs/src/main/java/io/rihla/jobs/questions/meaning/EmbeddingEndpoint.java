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
    return settings
        .optional("EMBEDDINGS_BASE_URL")
        .map(
            url ->
                new EmbeddingEndpoint(
                    settings.url("EMBEDDINGS_BASE_URL", url).toString(),
                    settings.text("EMBEDDINGS_API_KEY", "none"),
                    settings.text("EMBEDDINGS_MODEL", "text-embedding-3-small")));
  }
}
