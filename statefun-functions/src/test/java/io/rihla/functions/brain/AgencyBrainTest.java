package io.rihla.functions.brain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.functions.brain.checks.AnswerChecks;
import io.rihla.functions.language.ChatLanguageDetector;
import io.rihla.functions.prompts.Prompts;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.desk.Experiment;
import io.rihla.schemas.desk.ExperimentGoal;
import io.rihla.schemas.desk.ExperimentStatus;
import io.rihla.schemas.desk.Variant;
import io.rihla.schemas.functions.Exposure;
import io.rihla.schemas.functions.MediaWish;
import io.rihla.schemas.functions.Situation;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.prompts.PromptSet;
import io.rihla.schemas.prompts.PromptType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgencyBrainTest {
  private static final String CODE = "UMR_MAR_2027_HEMAT";
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final String RAMADHAN =
      """
      [{"id":"iftar","topic":"FACILITIES","questions":{"id":["apakah ada buka puasa bersama"]},
        "answer":{"id":"Buka puasa bersama kami siapkan di hotel setiap hari."},
        "valid_from":"2027-02-08","valid_until":"2027-03-09"}]""";

  private final List<Experiment> running = new ArrayList<>();
  private PromptSet set = PromptSet.builtin();
  private final Speaking speaking =
      new Speaking(
          Samples.catalog(Samples.travelPackage(CODE, "2027-06-15", 9)),
          new AnswerChecks(new ChatLanguageDetector()),
          "Amanah",
          JAKARTA);
  private final AgencyBrain brain =
      new AgencyBrain(
          new Prompts() {
            @Override
            public PromptSet now() {
              return set;
            }

            @Override
            public PromptSet staged() {
              return set;
            }
          },
          () -> running,
          speaking::offline,
          JAKARTA);

  @Test
  void aGreetingThatWasPutIsSaidByTheNextThoughtAndTheVersionChanges() {
    Thought before = brain.think(Requests.greeting(CODE));
    put(PromptType.GREETING_WITH_CODE, "Ahlan {name}! {package} berangkat {departure}.");
    Thought after = brain.think(Requests.greeting(CODE));
    assertThat(after.answer())
        .containsExactly("Ahlan Siti! Umroh %s berangkat 15 Juni 2027.".formatted(CODE));
    assertThat(after.promptVersion()).isEqualTo(set.version()).isNotEqualTo(before.promptVersion());
    // the text asks nothing back, so nobody waits for an answer to it
    assertThat(after.question()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-02-07T16:59:59Z,false",
    "2027-02-07T17:00:00Z,true",
    "2027-03-09T16:59:59Z,true",
    "2027-03-09T17:00:00Z,false"
  })
  void anAnswerOutOfSeasonIsNotGiven(String moment, boolean given) {
    put(PromptType.FAQ, RAMADHAN);
    Thought thought =
        brain.think(
            Requests.turn(null, "ada buka puasa bersama kak?")
                .withAskedAt(Instant.parse(moment).toEpochMilli()));
    assertThat(thought.facts().contains("faq:iftar")).isEqualTo(given);
  }

  @Test
  void anAnswerThatIsOnlyInBahasaIsNotGivenToOthers() {
    put(PromptType.FAQ, RAMADHAN.replace("2027-02-08", "2026-01-01"));
    assertThat(
            brain.think(Requests.turn(null, Language.EN, "apakah ada buka puasa bersama")).facts())
        .isEmpty();
  }

  @Test
  void whatTheAgencyWritesItselfIsASourceOfFacts() {
    put(
        PromptType.HANDOVER_TEXT,
        "Untuk {package} DP 7 juta ya {salutation}, admin kami akan membantu.");
    Thought thought = brain.think(Requests.turn(CODE, "cara bayarnya gimana"));
    assertThat(thought.rejected()).isEmpty();
    assertThat(thought.answer().getFirst()).contains("DP 7 juta");
  }

  @Test
  void anArmWithAnotherGreetingExposesWhoIsGreetedAndNobodyElse() {
    run(
        "hello",
        arm("control", null, null, null, null),
        arm("short", PromptType.GREETING_WITH_CODE, "Halo! {package}. {question}", null, null));
    List<ThoughtRequest> customers =
        List.of(
            customer("c_000000000000000000000001"),
            customer("c_000000000000000000000002"),
            customer("c_000000000000000000000003"),
            customer("c_000000000000000000000004"),
            customer("c_000000000000000000000005"),
            customer("c_000000000000000000000006"));
    List<String> arms =
        customers.stream()
            .map(one -> brain.think(one.withSituation(Situation.GREETING_WITH_CODE)))
            .map(
                thought -> {
                  boolean isShort = thought.answer().getFirst().startsWith("Halo!");
                  assertThat(thought.variant())
                      .isEqualTo("hello=" + (isShort ? "short" : "control"));
                  assertThat(thought.promptVersion()).isEqualTo(set.version());
                  return thought.variant();
                })
            .distinct()
            .toList();
    assertThat(arms).hasSize(2);
    assertThat(brain.think(Requests.turn(CODE, "hotelnya dimana")).exposures()).isEmpty();
    assertThat(
            brain
                .think(
                    customers
                        .getFirst()
                        .withSituation(Situation.GREETING_WITH_CODE)
                        .withLanguage(Language.EN))
                .exposures())
        .isEmpty();
  }

  @Test
  void anArmWithoutMediaHoldsBackWhatNobodyAskedFor() {
    run("quiet", arm("silent", null, null, false, null), arm("silent2", null, null, false, null));
    Thought greeting = brain.think(Requests.greeting(CODE));
    assertThat(greeting.media()).isEmpty();
    assertThat(greeting.mediaOff()).isTrue();
    assertThat(greeting.exposures()).hasSize(1);
    Thought asked = brain.think(Requests.turn(CODE, "minta brosurnya kak"));
    assertThat(asked.media()).containsExactly(MediaWish.BROCHURE);
    assertThat(asked.exposures()).isEmpty();
  }

  @Test
  void aCallToActionClosesAnswersAboutDetailsInPlaceOfTheirQuestion() {
    String closing = "Mau kami amankan kursinya, Kak?";
    run("closing", arm("a", null, null, null, closing), arm("b", null, null, null, closing));
    Thought details = brain.think(Requests.turn(CODE, "hotelnya dimana"));
    assertThat(details.answer().getLast())
        .endsWith("\n\n" + closing)
        .doesNotContain("Ada lagi yang ingin ditanyakan");
    assertThat(details.question()).isEqualTo(closing);
    assertThat(details.exposures()).extracting(Exposure::experiment).containsExactly("closing");
    assertThat(brain.think(Requests.greeting(CODE)).exposures()).isEmpty();
    assertThat(brain.think(Requests.turn(CODE, Language.EN, "where is the hotel")).answer())
        .noneMatch(text -> text.contains(closing));
  }

  private static ThoughtRequest customer(String key) {
    return Requests.turn(CODE, CODE).withCustomerKey(key);
  }

  private void put(PromptType type, String content) {
    set = set.with(set.get(type, Language.ID).withContent(content).withVersion("v1"));
  }

  private void run(String name, Variant... variants) {
    running.add(
        new Experiment(
            name,
            "",
            ExperimentGoal.BOOKING,
            ExperimentStatus.RUNNING,
            List.of(variants),
            null,
            null,
            1,
            0,
            "",
            ""));
  }

  private static Variant arm(
      String name, PromptType section, String content, Boolean media, String closing) {
    return new Variant(name, 1, section, content, media, closing);
  }
}
