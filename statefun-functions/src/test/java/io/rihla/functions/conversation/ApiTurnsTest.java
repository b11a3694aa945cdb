package io.rihla.functions.conversation;

import static io.rihla.functions.Samples.NOW;
import static io.rihla.functions.Samples.says;
import static io.rihla.functions.Samples.travelPackage;
import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.schemas.commands.*;
import io.rihla.schemas.conversation.*;
import io.rihla.schemas.whatsapp.Channel;
import java.time.Duration;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ApiTurnsTest extends Commanded {
  @Test
  void aTurnThroughTheApiIsThoughtAboutAtOnceAndToldButNotSent() {
    Story story =
        new Story(Duration.ofSeconds(2), Samples.catalog(travelPackage(HEMAT, "2027-03-15", 20)));
    accepted(
        order(story, "cmd_m", "toko", Role.SALES_ADMIN, new ProcessMessage(PHONE, HEMAT, null)));
    assertThat(story.told(MessageReceived.class))
        .extracting(MessageReceived::channel, MessageReceived::messageId)
        .containsExactly(Tuple.tuple(Channel.API, "cmd_m"));
    story.brainAnswers();
    assertThat(story.effects(Effect.Send.class)).isEmpty();
    TurnAnswered answer = story.told(TurnAnswered.class).getFirst();
    assertThat(answer.messageIds()).containsExactly("cmd_m");
    assertThat(answer.text()).contains("Rp 25.000.000");
    assertThat(answer.media()).extracting(PlannedMedia::type).contains("image");
    assertThat(answer.packageCode()).isEqualTo(HEMAT);
    assertThat(answer.needsHuman()).isFalse();
    assertThat(story.told(ReplyPlanned.class).getFirst().partIds()).isEmpty();
    assertThat(story.state.openReplies()).isEmpty();
    assertThat(story.state.mediaShown()).isNotEmpty();
  }

  @Test
  void aFirstTurnThatAsksIsToldWithWhatItAsks() {
    Story story = story();
    order(story, "toko", new ProcessMessage(PHONE, "halo, " + HEMAT + " mau daftar kak", null));
    story.brainAnswers();
    TurnAnswered answer = story.told(TurnAnswered.class).getFirst();
    assertThat(answer.phase()).isEqualTo(Phase.BOOKING);
    assertThat(answer.intent()).isEqualTo(Intent.PAYMENT);
  }

  @Test
  void aTurnThroughTheApiIsRefusedWhileAHumanHoldsTheConversation() {
    Story story = conversation();
    claim(story, "ani");
    refused(order(story, "toko", new ProcessMessage(PHONE, "halo", null)), "ani");
    assertThat(story.told(MessageReceived.class)).hasSize(1);
  }

  @Test
  void whatAsksOnWhatsAppTooIsAnsweredThere() {
    Story story = conversation();
    int replies = story.effects(Effect.Send.class).size();
    order(story, "cmd_m", "toko", Role.SALES_ADMIN, new ProcessMessage(PHONE, "harganya?", null));
    story.hears(says("m2", "hotelnya?", NOW)).brainAnswers();
    assertThat(story.effects(Effect.Send.class)).hasSize(replies + 1);
    assertThat(story.lastReply().seenMessageIds()).containsExactly("m2");
    assertThat(story.told(TurnAnswered.class).getFirst().messageIds()).containsExactly("cmd_m");
  }

  @Test
  void aPhaseFromOutsideOnlyMovesForward() {
    Story story = story();
    order(story, "toko", new ProcessMessage(PHONE, "halo", Phase.INTEREST));
    story.brainAnswers();
    assertThat(story.state.phase()).isEqualTo(Phase.INTEREST);
    order(story, "toko", new ProcessMessage(PHONE, "halo lagi", Phase.LEADS));
    assertThat(story.state.phase()).isEqualTo(Phase.INTEREST);
  }

  @Test
  void aThoughtThatFailsIsToldToWhoWaits() {
    Story story = story();
    order(story, "toko", new ProcessMessage(PHONE, "halo", null));
    story.take(new Stimulus.Failed("brain", story.state.thought(), "broken", "letter"));
    TurnAnswered answer = story.told(TurnAnswered.class).getFirst();
    assertThat(answer.text()).isEmpty();
    assertThat(answer.needsHuman()).isTrue();
    assertThat(answer.reason()).isEqualTo(HandoverReason.LLM_UNAVAILABLE);
  }
}
