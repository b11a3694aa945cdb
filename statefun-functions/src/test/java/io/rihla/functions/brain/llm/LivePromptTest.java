package io.rihla.functions.brain.llm;

import static io.rihla.functions.brain.llm.FakeOpenAi.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.functions.brain.AgencyBrain;
import io.rihla.functions.brain.Requests;
import io.rihla.functions.brain.Speaking;
import io.rihla.functions.brain.checks.AnswerChecks;
import io.rihla.functions.language.ChatLanguageDetector;
import io.rihla.functions.packages.Catalog;
import io.rihla.functions.prompts.Prompts;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.desk.Experiment;
import io.rihla.schemas.desk.ExperimentGoal;
import io.rihla.schemas.desk.ExperimentStatus;
import io.rihla.schemas.desk.Variant;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.prompts.PromptSet;
import io.rihla.schemas.prompts.PromptType;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is put is in the next prompt of the model, and on its answer. */
class LivePromptTest {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final String GOOD = "Harganya Rp 25.000.000 per orang ya Kak.";
  private static final ThoughtRequest PRICE = Requests.turn(Desk.CODE, "harganya berapa kak?");
  private static final Catalog CATALOG =
      Samples.catalog(Samples.travelPackage(Desk.CODE, "2027-03-15", 9));
  private static final AnswerChecks CHECKS = new AnswerChecks(new ChatLanguageDetector());

  private final List<Experiment> running = new ArrayList<>();
  private PromptSet set = PromptSet.builtin();
  private FakeOpenAi model;

  @BeforeEach
  void start() throws IOException {
    model = new FakeOpenAi(0);
    model.always(says(Answers.text(GOOD)));
  }

  @AfterEach
  void stop() {
    model.close();
  }

  @Test
  void aSectionThatIsPutIsInTheNextPromptWithoutARestart() {
    AgencyBrain brain = brain(model.baseUrl());
    Thought before = brain.think(PRICE);
    put(PromptType.PERSONALITY, "You speak like a poet of {company}.");
    put(PromptType.COMPANY, "The office of {company} opens at nine.");
    Thought after = brain.think(PRICE);
    assertThat(system()).contains("a poet of Amanah", "opens at nine");
    assertThat(after.promptVersion()).isEqualTo(set.version()).isNotEqualTo(before.promptVersion());
  }

  @Test
  void anEntryOfTheFaqIsGivenInSeasonOnlyAndInBahasaWhereNoOtherIsWritten() {
    AgencyBrain brain = brain(model.baseUrl());
    put(
        PromptType.FAQ,
        """
        [{"id":"price","questions":{"id":["harga sudah termasuk apa"]},
          "answer":{"id":"Harga sudah termasuk air zamzam."},"valid_until":"2026-12-01"}]""");
    brain.think(PRICE);
    assertThat(system()).contains("[faq:price] Harga sudah termasuk air zamzam.");
    brain.think(Requests.turn(Desk.CODE, Language.EN, "harga?"));
    assertThat(system()).contains("[faq:price] Harga sudah termasuk air zamzam.");
    brain.think(PRICE.withAskedAt(PRICE.askedAt() + 86_400_000));
    assertThat(system()).doesNotContain("faq:price");
  }

  @Test
  void anArmWithAnotherSectionIsInThePromptAndExposesWhoIsAnsweredByTheModel() {
    running.add(
        new Experiment(
            "warmth",
            "",
            ExperimentGoal.BOOKING,
            ExperimentStatus.RUNNING,
            List.of(
                new Variant("warm", 1, PromptType.PERSONALITY, "You are very warm.", null, null),
                new Variant("warm2", 1, PromptType.PERSONALITY, "You are very warm.", null, null)),
            null,
            null,
            1,
            0,
            "",
            ""));
    AgencyBrain brain = brain(model.baseUrl());
    Thought thought = brain.think(PRICE);
    assertThat(system()).contains("You are very warm.");
    assertThat(thought.variant()).startsWith("warmth=warm");
    assertThat(thought.promptVersion()).isEqualTo(set.version());
    assertThat(brain.think(Requests.greeting(Desk.CODE)).exposures()).isEmpty();
    // nobody answers there: the offline brain steps in, which has no such section
    Thought alone = brain(URI.create("http://127.0.0.1:1/v1")).think(PRICE);
    assertThat(alone.model()).startsWith("offline");
    assertThat(alone.exposures()).isEmpty();
  }

  private String system() {
    return model.requests().getLast().system();
  }

  private void put(PromptType type, String content) {
    set = set.with(set.get(type, Language.ID).withContent(content).withVersion("v1"));
  }

  private AgencyBrain brain(URI address) {
    Speaking speaking = new Speaking(CATALOG, CHECKS, "Amanah", JAKARTA);
    Model shared =
        new Model(
            LlmSettings.of(address, "key", "fake-model", 0.2, 1_000_000, 100_000)
                .within(Duration.ofSeconds(5), Duration.ofSeconds(6), Duration.ofMillis(10)));
    Prompts live =
        new Prompts() {
          @Override
          public PromptSet now() {
            return set;
          }

          @Override
          public PromptSet staged() {
            return set;
          }
        };
    return new AgencyBrain(
        live,
        () -> running,
        voice ->
            new LlmBrain(
                shared, voice, CATALOG, speaking.offline(voice), CHECKS, "Amanah", JAKARTA),
        JAKARTA);
  }
}
