package io.rihla.functions.brain;

import io.rihla.functions.brain.checks.AnswerChecks;
import io.rihla.functions.packages.Catalog;
import java.time.ZoneId;

/** The offline brain of an agency in any voice; the indexes of its packages are built once. */
public final class Speaking {
  private final Catalog catalog;
  private final AnswerChecks checks;
  private final String company;
  private final ZoneId zone;
  private final PackageFacts facts = new PackageFacts();

  public Speaking(Catalog catalog, AnswerChecks checks, String company, ZoneId zone) {
    this.catalog = catalog;
    this.checks = checks;
    this.company = company;
    this.zone = zone;
  }

  public OfflineBrain offline(Voice voice) {
    TemplateBrain templates = new TemplateBrain(catalog, voice.texts(), company, zone);
    return new OfflineBrain(templates, catalog, voice::faq, checks, facts);
  }
}
