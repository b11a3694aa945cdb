package io.rihla.functions.brain.llm;

import io.rihla.functions.brain.Voice;
import io.rihla.functions.packages.Catalog;
import io.rihla.schemas.functions.ThoughtRequest;
import java.time.ZoneId;

/** The prompt a request would be sent to a model with; no model is asked, and none is needed. */
public final class PromptPreview {
  private final Catalog catalog;
  private final String company;
  private final ZoneId zone;

  public PromptPreview(Catalog catalog, String company, ZoneId zone) {
    this.catalog = catalog;
    this.company = company;
    this.zone = zone;
  }

  /** The two messages of a prompt. */
  public record Composed(String system, String customer) {}

  public Composed of(Voice voice, ThoughtRequest request) {
    Prompt prompt = new Composer(voice, catalog, company, zone).compose(request);
    return new Composed(prompt.system(), prompt.customer());
  }
}
