package io.rihla.functions.brain.llm;

import io.rihla.functions.Samples;
import io.rihla.functions.brain.OfflineBrain;
import io.rihla.functions.brain.TemplateBrain;
import io.rihla.functions.brain.Voice;
import io.rihla.functions.brain.checks.AnswerChecks;
import io.rihla.functions.brain.retrieval.Faq;
import io.rihla.functions.language.ChatLanguageDetector;
import io.rihla.functions.packages.Catalog;
import io.rihla.functions.texts.Texts;
import java.time.Duration;
import java.time.ZoneId;

/** A brain on a fake model, with little patience. */
final class Desk {
  static final String CODE = "UMR_MAR_2027_HEMAT";
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final AnswerChecks CHECKS = new AnswerChecks(new ChatLanguageDetector());
  private static final Faq FAQ = Faq.standard();
  private static final Catalog CATALOG =
      Samples.catalog(Samples.travelPackage(CODE, "2027-03-15", 9));

  private Desk() {}

  static LlmBrain brain(FakeOpenAi model) {
    return brain(model, 1_000_000, 100_000);
  }

  static LlmBrain brain(FakeOpenAi model, long daily, long customer) {
    return brain(
        LlmSettings.of(model.baseUrl(), "key", "fake-model", 0.2, daily, customer)
            .within(Duration.ofSeconds(10), Duration.ofSeconds(25), Duration.ofMillis(10)));
  }

  /** One that does not wait long, for models that do not answer. */
  static LlmBrain impatientBrain(FakeOpenAi model) {
    return brain(
        LlmSettings.of(model.baseUrl(), "key", "fake-model", 0.2, 1_000_000, 100_000)
            .within(Duration.ofMillis(700), Duration.ofMillis(2_500), Duration.ofMillis(10)));
  }

  private static LlmBrain brain(LlmSettings settings) {
    return new LlmBrain(
        new Model(settings),
        Voice.builtin(),
        CATALOG,
        new OfflineBrain(
            new TemplateBrain(CATALOG, Texts.standard(), "Amanah", JAKARTA), CATALOG, FAQ, CHECKS),
        CHECKS,
        "Amanah",
        JAKARTA);
  }
}
