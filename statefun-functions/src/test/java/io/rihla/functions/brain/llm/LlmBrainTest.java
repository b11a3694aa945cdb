package io.rihla.functions.brain.llm;

import static io.rihla.functions.brain.llm.FakeOpenAi.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.brain.Requests;
import io.rihla.functions.brain.llm.FakeOpenAi.Behaviour;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.functions.ThoughtRequest;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LlmBrainTest {
  private static final String GOOD = "Harga paketnya Rp 25.000.000 per orang, Kak.";
  private static final ThoughtRequest PRICE = Requests.turn(Desk.CODE, "harganya berapa kak?");
  private static final ThoughtRequest POEM = Requests.turn(Desk.CODE, "bikin puisi tentang senja");
  private FakeOpenAi model;

  @BeforeEach
  void start() throws IOException {
    model = new FakeOpenAi(0);
  }

  @AfterEach
  void stop() {
    model.close();
  }

  @Test
  void aSoundAnswerGoesOutWithAllThatIsKnownAboutIt() {
    model.always(says(Answers.text(GOOD)));
    Thought thought = Desk.brain(model).think(PRICE);
    assertThat(thought.answer()).containsExactly(GOOD);
    assertThat(thought.model()).isEqualTo("fake-model");
    assertThat(thought.promptVersion()).startsWith("prompts-");
    assertThat(thought.facts()).containsExactly("catalog:UMR_MAR_2027_HEMAT@1");
    assertThat(thought.confidence()).isEqualTo(0.93);
    assertThat(thought.inputTokens()).isEqualTo(700);
    assertThat(thought.rejected()).isEmpty();
    assertThat(thought.needsHuman()).isNull();
  }

  @Test
  void theModelIsAskedForExactlyOurSchema() {
    model.always(says(Answers.text(GOOD)));
    Desk.brain(model).think(PRICE);
    var body = model.requests().getFirst().body();
    assertThat(body.at("/response_format/type").asText()).isEqualTo("json_schema");
    assertThat(body.at("/response_format/json_schema/strict").asBoolean()).isTrue();
    assertThat(body.at("/response_format/json_schema/schema/additionalProperties").asBoolean(true))
        .isFalse();
    assertThat(body.at("/response_format/json_schema/schema/required")).hasSize(9);
    assertThat(body.at("/temperature").asDouble()).isEqualTo(0.2);
  }

  @Test
  void thePromptHasThePackageAndFencesTheCustomer() {
    model.always(says(Answers.text(GOOD)));
    Desk.brain(model).think(PRICE);
    Desk.brain(model).think(PRICE);
    FakeOpenAi.Request request = model.requests().getFirst();
    assertThat(request.system()).contains("Rp 25.000.000", "9 of 45 left", "Amanah");
    assertThat(request.system()).doesNotContain("{marker}", "{canary}", "{language}");
    String marker = marker(request);
    assertThat(request.customer())
        .contains("<<%s>>\nharganya berapa kak?\n<<end %s>>".formatted(marker, marker));
    assertThat(marker(model.requests().getLast())).isNotEqualTo(marker);
  }

  @Test
  void aGreetingIsTheAgencysOwnTextAndCostsNothing() {
    Thought thought = Desk.brain(model).think(Requests.greeting(Desk.CODE));
    assertThat(thought.model()).isEqualTo("template");
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void anInventedPriceIsRefusedAndTheModelTriesAgain() {
    model.then(says(Answers.text("Harganya cuma 20 juta kak."))).always(says(Answers.text(GOOD)));
    Thought thought = Desk.brain(model).think(PRICE);
    assertThat(thought.answer()).containsExactly(GOOD);
    assertThat(thought.rejected()).singleElement().asString().contains("price", "20 juta");
    assertThat(model.requests().getLast().body().toString()).contains("Your answer was refused");
  }

  @Test
  void twoInventedPricesEndInAHoldingTextAndAHuman() {
    model.always(says(Answers.text("Harganya cuma 20 juta kak.")));
    Thought thought = Desk.brain(model).think(PRICE);
    assertThat(String.join("", thought.answer())).doesNotContain("20 juta").contains("admin");
    assertThat(thought.needsHuman()).isEqualTo(HandoverReason.UNGROUNDED_ANSWER);
    assertThat(thought.rejected()).hasSize(2);
    assertThat(thought.confidence()).isLessThan(0.3);
    assertThat(model.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void aServerThatStumblesIsAskedAgain(int status) {
    model.then(new Behaviour.Fails(status)).always(says(Answers.text(GOOD)));
    assertThat(Desk.brain(model).think(PRICE).answer()).containsExactly(GOOD);
    assertThat(model.requests()).hasSize(2);
  }

  @Test
  void aRefusedKeyIsNotTriedAgain() {
    model.always(new Behaviour.Fails(401));
    assertThat(Desk.brain(model).think(PRICE).model()).startsWith("offline (fake-model: ");
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void aModelThatIsDownIsReplacedByTheOfflineBrainWithLessConfidence() {
    model.always(new Behaviour.Fails(500));
    Thought thought = Desk.brain(model).think(PRICE);
    assertThat(thought.answer().getFirst()).contains("25.000.000");
    assertThat(thought.model()).isEqualTo("offline (fake-model: InternalServerException)");
    assertThat(thought.confidence()).isBetween(0.6, 0.75);
    assertThat(thought.needsHuman()).isNull();
    assertThat(model.requests()).hasSize(3);
  }

  @Test
  void whatNeitherBrainKnowsGoesToAHuman() {
    model.always(new Behaviour.Fails(500));
    Thought thought = Desk.brain(model).think(POEM);
    assertThat(thought.needsHuman()).isEqualTo(HandoverReason.LLM_UNAVAILABLE);
    assertThat(thought.confidence()).isLessThan(0.3);
  }

  @Test
  void aModelThatHangsIsCutOffWithinTheBudget() {
    model.always(new Behaviour.Hangs());
    Thought thought = Desk.impatientBrain(model).think(PRICE);
    assertThat(thought.model()).isEqualTo("offline (fake-model: timeout)");
    assertThat(thought.latencyMs()).isBetween(700L, 15_000L);
  }

  @Test
  void anAnswerThatNeverEndsIsCutOffToo() {
    model.then(new Behaviour.Stalls()).always(says(Answers.text(GOOD)));
    assertThat(Desk.impatientBrain(model).think(PRICE).answer()).containsExactly(GOOD);
  }

  @Test
  void aSlowAnswerWithinTheLimitIsTaken() {
    model.always(new Behaviour.Late(Duration.ofMillis(300), says(Answers.text(GOOD))));
    assertThat(Desk.brain(model).think(PRICE).answer()).containsExactly(GOOD);
    assertThat(model.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Harganya 25 juta",
        "{\"reply\":[\"x\"]}",
        "{\"reply\":\"x\",\"intent\":\"DETAILS\"}",
        "[]",
        "null",
        "{",
        "",
      })
  void anUnreadableAnswerIsTriedOnceMoreAndThenReplaced(String content) {
    model.always(says(content));
    Thought thought = Desk.brain(model).think(PRICE);
    assertThat(thought.model()).isEqualTo("offline (fake-model: unreadable answers)");
    assertThat(thought.rejected()).hasSize(2);
    assertThat(model.requests()).hasSize(2);
  }

  @Test
  void fieldsNobodyAskedForMakeAnAnswerUnreadable() {
    model.always(says(Answers.json(Answers.saying(GOOD).put("phase", "BOOKING"))));
    assertThat(Desk.brain(model).think(PRICE).model()).startsWith("offline");
  }

  @Test
  void anIntentNobodyKnowsMakesAnAnswerUnreadable() {
    model.always(says(Answers.json(Answers.saying(GOOD).put("intent", "BOOKING"))));
    assertThat(Desk.brain(model).think(PRICE).model()).startsWith("offline");
  }

  @Test
  void aTruncatedAnswerIsTriedAgain() {
    model.then(new Behaviour.Truncates(Answers.text(GOOD))).always(says(Answers.text(GOOD)));
    Thought thought = Desk.brain(model).think(PRICE);
    assertThat(thought.answer()).containsExactly(GOOD);
    assertThat(thought.rejected()).containsExactly("truncated answer");
  }

  @Test
  void aModelThatKeepsFailingIsLeftAlone() {
    model.always(new Behaviour.Fails(500));
    LlmBrain brain = Desk.brain(model);
    for (int i = 0; i < 6; i++) {
      brain.think(PRICE);
    }
    assertThat(model.requests()).hasSizeLessThanOrEqualTo(6);
    assertThat(brain.think(PRICE).model()).isEqualTo("offline (fake-model: circuit open)");
  }

  @Test
  void aCustomerWhoSpentTheDaysTokensIsAnsweredOffline() {
    model.always(says(Answers.text(GOOD)));
    LlmBrain brain = Desk.brain(model, 1_000_000, 700);
    assertThat(brain.think(PRICE).model()).isEqualTo("fake-model");
    assertThat(brain.think(PRICE).model()).isEqualTo("offline (fake-model: token budget)");
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void theDaysTokensOfAllEndForAll() {
    model.always(says(Answers.text(GOOD)));
    LlmBrain brain = Desk.brain(model, 0, 100_000);
    assertThat(brain.think(PRICE).model()).contains("token budget");
  }

  @Test
  void aModelThatSaysPaymentWithoutTheCustomersWordsChangesNothing() {
    model.always(says(Answers.json(Answers.saying(GOOD).put("intent", "PAYMENT"))));
    Thought thought = Desk.brain(model).think(PRICE);
    assertThat(thought.intent()).isEqualTo(Intent.OTHER);
    assertThat(thought.needsHuman()).isEqualTo(HandoverReason.COMPLEX_QUESTION);
  }

  @Test
  void theCustomersOwnWordsCallSalesWhateverTheModelSays() {
    model.always(says(Answers.text("Baik Kak, admin kami akan membantu.")));
    Thought thought = Desk.brain(model).think(Requests.turn(Desk.CODE, "cara bayarnya gimana"));
    assertThat(thought.intent()).isEqualTo(Intent.PAYMENT);
    assertThat(thought.needsHuman()).isEqualTo(HandoverReason.PAYMENT_INTENT);
  }

  @Test
  void anAnswerInAnotherLanguageIsRefused() {
    model.always(
        says(Answers.text("The price of this package is Rp 25.000.000 for each person, dear.")));
    assertThat(Desk.brain(model).think(PRICE).rejected())
        .hasSize(2)
        .allMatch(fault -> fault.contains("is not in ID"));
    assertThat(
            Desk.brain(model)
                .think(Requests.turn(Desk.CODE, Language.EN, "how much is it?"))
                .rejected())
        .isEmpty();
  }

  private static String marker(FakeOpenAi.Request request) {
    var matcher =
        java.util.regex.Pattern.compile("<<end ([0-9a-f]{24})>>").matcher(request.customer());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
