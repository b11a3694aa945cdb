package io.rihla.functions.conversation;

import static io.rihla.functions.Samples.NOW;
import static io.rihla.functions.Samples.own;
import static io.rihla.functions.Samples.says;
import static io.rihla.functions.Samples.travelPackage;
import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.schemas.commands.*;
import io.rihla.schemas.conversation.*;
import io.rihla.schemas.functions.Ball;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Alerts about people who do not come or do not answer. */
class PatienceTest {
  private static final String HEMAT = "UMR_MAR_2027_HEMAT";
  private static final Duration CLAIM = Duration.ofMinutes(15);
  private static final Duration SILENCE = Duration.ofMinutes(30);

  private int commands;

  private static Story waiting() {
    return new Story(Duration.ZERO, Samples.catalog(travelPackage(HEMAT, "2027-03-15", 20)))
        .hears(says("m1", HEMAT, NOW))
        .brainAnswers()
        .wahaAccepts()
        .hears(says("m2", "mau bicara dengan admin", NOW))
        .brainAnswers()
        .wahaAccepts();
  }

  private void order(Story story, ConversationOrder order) {
    story.take(
        new Stimulus.Commanded(
            new ConversationCommand(
                "cmd_" + ++commands,
                story.now,
                Samples.CUSTOMER.value(),
                "default",
                "ani",
                Role.SALES_ADMIN,
                null,
                order)));
  }

  private void claim(Story story) {
    order(story, new Assign("ani", null, false));
  }

  @Test
  void nobodyClaimsAndOneAlertIsRaisedUntilSomebodyDoes() {
    Story story = waiting();
    assertThat(story.state.ball()).isEqualTo(Ball.WAITING);
    story.waits(CLAIM.minusSeconds(1));
    assertThat(story.told(AlertRaised.class)).isEmpty();
    story.waits(Duration.ofSeconds(2)).waits(CLAIM.multipliedBy(4));
    assertThat(story.told(AlertRaised.class))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.kind()).isEqualTo("UNCLAIMED");
              assertThat(alert.role()).isEqualTo(Role.SALES_ADMIN);
              assertThat(alert.priority()).isEqualTo(Priority.HIGH);
            });
    claim(story);
    assertThat(story.told(AlertCleared.class)).hasSize(1);
    assertThat(story.state.alert()).isNull();
  }

  @Test
  void aClaimInTimeRaisesNothingAboutClaiming() {
    Story story = waiting();
    claim(story);
    order(story, new Reply("baik kak", null));
    story.waits(CLAIM.plus(SILENCE));
    assertThat(story.told(AlertRaised.class)).isEmpty();
  }

  @Test
  void aHolderWhoDoesNotAnswerTheCustomerIsToldOnceAndClearedByTheAnswer() {
    Story story = waiting();
    claim(story);
    order(story, new Reply("ada yang bisa dibantu?", null));
    story.hears(says("m3", "kursinya masih ada?", story.now));
    story.waits(Duration.ofMinutes(20)).hears(says("m4", "halo?", story.now));
    story.waits(Duration.ofMinutes(11));
    assertThat(story.told(AlertRaised.class))
        .extracting(AlertRaised::kind)
        .containsExactly("ASSIGNEE_SILENT");
    story.hears(says("m5", "haloo", story.now)).waits(SILENCE.multipliedBy(2));
    assertThat(story.told(AlertRaised.class)).hasSize(1);
    order(story, new Reply("maaf kak", null));
    assertThat(story.told(AlertCleared.class)).hasSize(1);
  }

  @Test
  void aSilentHolderLosesTheConversationWhereReassignIsOn() {
    Story story = waiting();
    story.settings = story.settings.withReassign(true);
    claim(story);
    story.waits(SILENCE.plusSeconds(1));
    assertThat(story.told(HandoverReleased.class)).hasSize(1);
    assertThat(story.state.ball()).isEqualTo(Ball.WAITING);
    assertThat(story.told(AlertCleared.class)).isEmpty();
    story.waits(CLAIM.plusSeconds(1));
    assertThat(story.told(AlertRaised.class)).hasSize(1);
    claim(story);
    assertThat(story.told(AlertCleared.class)).hasSize(1);
  }

  @Test
  void zeroMinutesMeanNever() {
    Story story = waiting();
    story.settings = story.settings.withClaimMinutes(0).withSilenceMinutes(0);
    story.waits(Duration.ofDays(1));
    claim(story);
    story.hears(says("m3", "halo", story.now)).waits(Duration.ofDays(1));
    assertThat(story.told(AlertRaised.class)).isEmpty();
  }

  @Test
  void theBotComesBackWhenAHumanOnThePhoneHasBeenSilentForLong() {
    Story story = waiting().hears(own("H1", "saya bantu ya kak", "app", NOW));
    assertThat(story.state.ball()).isEqualTo(Ball.ASSIGNED);
    story.waits(Duration.ofHours(6)).hears(own("H2", "masih di sini", "app", story.now));
    story.waits(Duration.ofHours(11));
    assertThat(story.told(ReturnedToBot.class)).isEmpty();
    story.waits(Duration.ofHours(2));
    assertThat(story.told(ReturnedToBot.class)).hasSize(1);
    assertThat(story.state.ball()).isEqualTo(Ball.BOT);
  }
}
