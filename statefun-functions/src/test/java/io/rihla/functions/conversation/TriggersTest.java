package io.rihla.functions.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.functions.brain.TemplateBrain;
import io.rihla.functions.intent.IntentRules;
import io.rihla.functions.packages.Catalog;
import io.rihla.functions.texts.Texts;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.ExperimentExposed;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.HandoverRequested;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.ReplyPlanned;
import io.rihla.schemas.desk.SettingsView;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.Exposure;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.prompts.EscalationTriggers;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the agency says about when a human is needed, and what is told of experiments. */
class TriggersTest {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final String CODE = "UMR_MAR_2027_HEMAT";
  private static final String ABSENCE = "Kami buka lagi besok.";

  private final Catalog catalog = Samples.catalog(Samples.travelPackage(CODE, "2027-03-15", 9));
  private final TemplateBrain brain =
      new TemplateBrain(catalog, Texts.standard(), "Amanah", JAKARTA);
  private final List<EventPayload> told = new ArrayList<>();
  private ConversationState state = Conversation.begin(Samples.CUSTOMER);
  private UnaryOperator<Thought> change = thought -> thought;
  private String triggers = "{}";
  private int messages;

  @Test
  void aTriggerWordCallsAHumanWhoIsToldWhy() {
    triggers = "{\"words\":[\"badal\"]}";
    say(CODE).say("hotelnya apa ya, ada badal juga?");
    Escalated escalated = told(Escalated.class).getLast();
    assertThat(escalated.reason()).isEqualTo(HandoverReason.COMPLEX_QUESTION);
    assertThat(escalated.notes()).isEqualTo("trigger word: badal");
  }

  @Test
  void aTriggerTopicCallsAHuman() {
    triggers = "{\"topics\":[\"HOTEL\"]}";
    say(CODE).say("hotelnya dimana kak");
    assertThat(told(Escalated.class).getLast().notes()).isEqualTo("trigger topic: HOTEL");
  }

  @Test
  void theThresholdIsTheAgencysOwn() {
    change = thought -> thought.withConfidence(0.5);
    triggers = "{\"confidence_threshold\":0.4}";
    say(CODE);
    assertThat(told(Escalated.class)).isEmpty();
    triggers = "{\"confidence_threshold\":0.7}";
    say("hotelnya dimana kak");
    assertThat(told(Escalated.class).getLast().reason()).isEqualTo(HandoverReason.LOW_CONFIDENCE);
  }

  @Test
  void whoWillWaitIsToldWhenNobodyIsOnDutyAndOnlyThen() {
    // 10:00 in Jakarta on a Tuesday
    triggers = "{\"hours\":{\"tuesday\":[\"13:00-17:00\"]}}";
    say(CODE);
    assertThat(told(ReplyPlanned.class).getLast().text()).doesNotContain(ABSENCE);
    say("cara bayarnya gimana kak");
    assertThat(told(HandoverRequested.class)).hasSize(1);
    assertThat(told(ReplyPlanned.class).getLast().text()).endsWith(ABSENCE);
    say("hotelnya dimana kak");
    assertThat(told(ReplyPlanned.class).getLast().text()).doesNotContain(ABSENCE);
  }

  @Test
  void whoWillWaitIsNotToldSoWhileSomebodyIsOnDuty() {
    triggers = "{\"hours\":{\"tuesday\":[\"08:00-17:00\"]}}";
    say(CODE).say("cara bayarnya gimana kak");
    assertThat(told(HandoverRequested.class)).hasSize(1);
    assertThat(told(ReplyPlanned.class).getLast().text()).doesNotContain(ABSENCE);
  }

  @Test
  void anArmOfAnExperimentIsToldOnceInAJourney() {
    change = thought -> thought.withExposures(List.of(new Exposure("closing", "seats")));
    say(CODE).say("hotelnya dimana kak");
    assertThat(told(ExperimentExposed.class))
        .containsExactly(new ExperimentExposed("closing", "seats"));
    change = thought -> thought.withExposures(List.of(new Exposure("closing", "control")));
    say("maskapainya apa");
    assertThat(told(ExperimentExposed.class)).hasSize(2);
  }

  private TriggersTest say(String text) {
    messages++;
    long now = Samples.NOW + messages * 60_000L;
    Conversation conversation =
        new Conversation(
            Rules.standard(Duration.ZERO, JAKARTA),
            catalog,
            words -> Optional.empty(),
            IntentRules.standard(),
            escalations(EscalationTriggers.parse(triggers).triggers()),
            SettingsView::usual,
            Texts::standard,
            "Amanah");
    Decision heard =
        conversation.decide(
            state, new Stimulus.FromWhatsApp(Samples.says("m" + messages, text, now)), now);
    take(heard);
    ThoughtRequest request =
        heard.effects().stream()
            .filter(Effect.Think.class::isInstance)
            .map(Effect.Think.class::cast)
            .findFirst()
            .orElseThrow()
            .request();
    take(
        conversation.decide(
            state, new Stimulus.Thinking(change.apply(brain.think(request))), now + 1));
    return this;
  }

  private void take(Decision decision) {
    state = decision.state();
    decision.events().stream().map(ConversationEvent::payload).forEach(told::add);
  }

  private <T extends EventPayload> List<T> told(Class<T> kind) {
    return told.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Escalations escalations(EscalationTriggers triggers) {
    return new Escalations() {
      @Override
      public EscalationTriggers triggers() {
        return triggers;
      }

      @Override
      public String outOfHours(Language language, @Nullable String name) {
        return ABSENCE;
      }
    };
  }
}
