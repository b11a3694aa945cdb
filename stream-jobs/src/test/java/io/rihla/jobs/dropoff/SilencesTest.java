package io.rihla.jobs.dropoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rihla.jobs.Story;
import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.JourneyClosed;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.Outcome;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.conversation.TopicOfQuestion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilencesTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final Story story = new Story("c_1").opens().writes("m1");

  @Test
  void aJourneyDropsOffWhenTheLimitOfItsPhasePasses() {
    assertThat(dropOffs(story.now() + DAY.multipliedBy(3).toMillis() - 1)).isEmpty();
    assertThat(dropOffs(story.now() + DAY.multipliedBy(3).toMillis()))
        .singleElement()
        .satisfies(
            dropOff -> {
              assertThat(dropOff.phase()).isEqualTo("LEADS");
              assertThat(dropOff.silentSince()).isEqualTo(Story.START);
              assertThat(dropOff.endedAt()).isNull();
            });
  }

  @Test
  void aReturnEndsIt() {
    story.later(DAY.multipliedBy(4)).writes("m2");

    assertThat(dropOffs(story.now()))
        .singleElement()
        .satisfies(
            dropOff -> {
              assertThat(dropOff.endedBy()).isEqualTo(DropOff.RETURNED);
              assertThat(dropOff.endedAt()).isEqualTo(story.now());
            });
  }

  @Test
  void aLateMessageShowsThatThereWasNoSilence() {
    story.later(DAY.multipliedBy(2)).writes("late").later(DAY.multipliedBy(2)).writes("m3");
    ConversationEvent late = story.events().remove(2);

    assertThat(dropOffs(story.now())).hasSize(1);
    story.events().add(late);
    assertThat(dropOffs(story.now())).isEmpty();
  }

  @Test
  void aPhaseIsMeasuredByItsOwnLimit() {
    story.later(Duration.ofSeconds(3));
    story.happens(new PhaseChanged(Phase.LEADS, Phase.INTEREST, "details", "m1", null, null));

    assertThat(dropOffs(Story.START + DAY.multipliedBy(6).toMillis())).isEmpty();
    assertThat(dropOffs(Story.START + DAY.multipliedBy(7).toMillis()))
        .extracting(DropOff::phase)
        .containsExactly("INTEREST");
  }

  @Test
  void aPhaseThatMovesWithoutTheCustomerEndsItAndTheNextBeginsAtOnce() {
    story.later(DAY.multipliedBy(5));
    story.happens(new PhaseChanged(Phase.LEADS, Phase.BOOKING, "desk", null, null, null));

    assertThat(dropOffs(story.now()))
        .extracting(DropOff::phase, DropOff::endedBy, DropOff::droppedAt)
        .containsExactly(
            tuple("LEADS", DropOff.MOVED, Story.START + DAY.multipliedBy(3).toMillis()),
            tuple("BOOKING", "", story.now()));
  }

  @Test
  void aClosedJourneyDoesNotDropOff() {
    story.later(DAY).happens(new JourneyClosed(Outcome.LOST, null));

    assertThat(dropOffs(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void itKnowsWhatTheTalkWasAboutBeforeTheSilence() {
    story.happens(answer(0.4)).later(DAY.multipliedBy(5)).writes("m2").happens(answer(0.9));

    assertThat(dropOffs(story.now()).get(0).lastConfidence()).isEqualTo(0.4);
  }

  private static AiAnswered answer(double confidence) {
    return new AiAnswered(
        "t",
        confidence,
        "offline",
        "v1",
        null,
        1,
        1,
        1,
        Intent.DETAILS,
        TopicOfQuestion.PRICE,
        Language.ID,
        List.of());
  }

  private List<DropOff> dropOffs(long now) {
    Presence presence = Presence.none("conv_1");
    for (ConversationEvent event : story.events()) {
      presence = presence.with(event, SilenceLimits.STANDARD);
    }
    return new Silences(presence, SilenceLimits.STANDARD).until(now);
  }
}
