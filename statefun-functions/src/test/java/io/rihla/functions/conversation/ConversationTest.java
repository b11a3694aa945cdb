package io.rihla.functions.conversation;

import static io.rihla.functions.Samples.NOW;
import static io.rihla.functions.Samples.own;
import static io.rihla.functions.Samples.says;
import static io.rihla.functions.Samples.travelPackage;
import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.schemas.codec.Codec;
import io.rihla.schemas.conversation.*;
import io.rihla.schemas.functions.Ball;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.Situation;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.outbound.TextPart;
import io.rihla.schemas.whatsapp.MessageEdit;
import io.rihla.schemas.whatsapp.MessageRevoke;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final String HEMAT = "UMR_MAR_2027_HEMAT";

  private static Story story(Duration quietWindow) {
    return new Story(
        quietWindow,
        Samples.catalog(
            travelPackage(HEMAT, "2027-03-15", 20),
            travelPackage("UMR_APR_2027_VIP", "2027-04-10", 5)));
  }

  private static Story immediate() {
    return story(Duration.ZERO);
  }

  @Test
  void theSameMessageUnderAnyChatAndEventIdCountsOnce() {
    Story story =
        immediate()
            .hears(says("m1", "halo", NOW))
            .hears(says("m1", "halo", NOW))
            .brainAnswers()
            .hears(says("m1", "halo", NOW));
    assertThat(story.told(MessageReceived.class)).hasSize(1);
    assertThat(story.effects(Effect.Send.class)).hasSize(1);
  }

  @Test
  void aBurstIsAnsweredOnceInTheOrderItWasWritten() {
    Story story = story(Duration.ofMillis(1_500));
    story.hears(says("m2", "berapa harganya", NOW + 200));
    story.after(Duration.ofMillis(300)).hears(says("m1", "assalamualaikum", NOW));
    story.after(Duration.ofMillis(300)).hears(says("m3", HEMAT, NOW + 400));
    assertThat(story.effects(Effect.Think.class)).isEmpty();
    story.after(Duration.ofMillis(1_500));

    List<Effect.Think> thoughts = story.effects(Effect.Think.class);
    assertThat(thoughts).hasSize(1);
    assertThat(thoughts.getFirst().request().burst())
        .extracting(message -> message.messageId())
        .containsExactly("m1", "m2", "m3");
    assertThat(thoughts.getFirst().request().situation()).isEqualTo(Situation.GREETING_WITH_CODE);
  }

  @Test
  void aCustomerWhoNeverStopsWritingIsAnsweredAfterTheLongestBurst() {
    Story story = story(Duration.ofMillis(1_500));
    for (int i = 0; i < 8; i++) {
      story.hears(says("m" + i, "dan " + i, NOW + i * 1_000L)).after(Duration.ofSeconds(1));
    }
    assertThat(story.effects(Effect.Think.class)).hasSize(1);
  }

  @Test
  void aMessageThatArrivesWhileTheBrainThinksSupersedesTheThought() {
    Story story = immediate().hears(says("m1", "halo", NOW));
    ThoughtRequest first = story.effects(Effect.Think.class).getFirst().request();
    story.hears(says("m2", HEMAT, NOW + 10));
    story.take(new Stimulus.Thinking(story.think(first)));
    assertThat(story.effects(Effect.Send.class)).isEmpty();
    story.brainAnswers();
    assertThat(story.effects(Effect.Send.class)).hasSize(1);
    assertThat(story.lastReply().seenMessageIds()).containsExactly("m1", "m2");
  }

  @Test
  void ourOwnEchoIsNeverTakenForAHuman() {
    Story story = immediate().hears(says("m1", HEMAT, NOW)).brainAnswers();
    String partId = story.lastReply().parts().getLast().partId();
    String text = ((TextPart) story.lastReply().parts().getLast().content()).text();
    // by the id we chose, by its text before WAHA answered, and by WAHA's own id afterwards
    story.hears(own(partId, text, "api", NOW + 1));
    story.hears(own("OTHER", text, "app", NOW + 1));
    story.wahaAccepts();
    story.hears(own("WA" + partId, text, "app", NOW + 2));
    assertThat(story.told(TakenOverFromPhone.class)).isEmpty();
    assertThat(story.state.ball()).isEqualTo(Ball.BOT);
  }

  @Test
  void aHumanIsHeardEvenWhenHerWordsOccurInTheReplyThatIsGoingOut() {
    Story story = immediate().hears(says("m1", HEMAT, NOW)).brainAnswers();
    story.hears(own("H1", "Terima kasih", "app", NOW + 1));
    assertThat(story.told(TakenOverFromPhone.class)).hasSize(1);
  }

  @Test
  void theAnswerGoesToTheNumberThatWasAskedWhateverElseHappensOnAnotherOne() {
    Story story = story(Duration.ofSeconds(1)).hears(says("m1", HEMAT, NOW));
    io.rihla.schemas.whatsapp.WhatsAppEvent ack =
        Samples.event(
            "x",
            true,
            NOW,
            new io.rihla.schemas.whatsapp.Ack(io.rihla.schemas.whatsapp.AckLevel.READ));
    story.hears(
        new io.rihla.schemas.whatsapp.WhatsAppEvent(
            ack.eventId(),
            NOW,
            NOW,
            ack.customerKey(),
            ack.phone(),
            null,
            null,
            "second",
            "138@lid",
            "x",
            true,
            false,
            ack.channel(),
            ack.engine(),
            ack.signal()));
    story.after(Duration.ofSeconds(2)).brainAnswers();
    assertThat(story.lastReply().session()).isEqualTo("default");
    assertThat(story.lastReply().chatId()).isEqualTo(Samples.CHAT);
  }

  @Test
  void aHumanOnThePhoneTakesOverAndCancelsWhatIsNotOut() {
    Story story = immediate().hears(says("m1", HEMAT, NOW)).brainAnswers();
    story.hears(own("H1", "Baik bu, saya bantu", "app", NOW + 1));
    assertThat(story.told(TakenOverFromPhone.class)).hasSize(1);
    assertThat(story.effects(Effect.Cancel.class)).hasSize(1);
    story.hears(says("m2", "terima kasih", NOW + 2));
    assertThat(story.told(MessageIgnored.class))
        .extracting(MessageIgnored::reason)
        .containsExactly(IgnoreReason.ASSIGNED);
    story.after(Duration.ofHours(13)).hears(says("m3", "halo kak", story.now));
    assertThat(story.told(ReturnedToBot.class)).hasSize(1);
    assertThat(story.effects(Effect.Think.class)).hasSize(2);
  }

  @Test
  void aMessageLearnedHoursLateGoesToAHuman() {
    io.rihla.schemas.whatsapp.WhatsAppEvent fresh = says("m1", "halo", NOW);
    Story story = immediate();
    story.hears(
        new io.rihla.schemas.whatsapp.WhatsAppEvent(
            fresh.eventId(),
            NOW - Duration.ofHours(3).toMillis(),
            NOW,
            fresh.customerKey(),
            fresh.phone(),
            null,
            fresh.name(),
            fresh.session(),
            fresh.chatId(),
            fresh.messageId(),
            false,
            true,
            fresh.channel(),
            fresh.engine(),
            fresh.signal()));
    assertThat(story.told(Escalated.class))
        .extracting(Escalated::reason)
        .containsExactly(HandoverReason.STALE_MESSAGE);
    assertThat(story.effects(Effect.Think.class)).isEmpty();
    assertThat(story.effects(Effect.Send.class)).isEmpty();
    assertThat(story.state.burst()).isEmpty();
  }

  @Test
  void anUnknownQuestionIsAdmittedAndEscalatedOnce() {
    Story story = immediate().hears(says("m1", HEMAT, NOW)).brainAnswers().wahaAccepts();
    story.hears(says("m2", "apakah kucing saya boleh ikut", NOW + 1)).brainAnswers().wahaAccepts();
    story.hears(says("m3", "kucingnya dua ekor warna putih", NOW + 2)).brainAnswers();
    assertThat(story.told(Escalated.class))
        .extracting(Escalated::reason)
        .containsExactly(HandoverReason.LOW_CONFIDENCE);
    assertThat(story.state.ball()).isEqualTo(Ball.WAITING);
  }

  @Test
  void anEditReplacesThePendingTextAndARevokedMessageIsForgottenByThePrompt() {
    Story story = story(Duration.ofMillis(1_500));
    story.hears(says("m1", "yang 9 hari", NOW)).hears(says("m2", "eh salah kirim", NOW + 1));
    story.hears(Samples.event("e1", false, NOW + 2, new MessageEdit("m1", "yang 12 hari")));
    story.hears(Samples.event("e1", false, NOW + 2, new MessageEdit("m1", "yang 12 hari")));
    story.hears(Samples.event("r1", false, NOW + 3, new MessageRevoke("m2")));
    story.after(Duration.ofSeconds(9));
    ThoughtRequest request = story.effects(Effect.Think.class).getLast().request();
    assertThat(request.burst())
        .extracting(message -> message.text())
        .containsExactly("yang 12 hari");
    assertThat(request.history()).extracting(turn -> turn.text()).doesNotContain("eh salah kirim");
    assertThat(story.told(MessageEdited.class)).hasSize(1);
  }

  @Test
  void theAnswerFollowsTheLanguageOfTheCustomer() {
    Story story =
        immediate().hears(says("m1", "Hello, can I get more information about " + HEMAT, NOW));
    story.brainAnswers();
    assertThat(((TextPart) story.lastReply().parts().getLast().content()).text())
        .contains("Thank you for contacting", "15 March 2027");
  }

  @Test
  void everyEventOfAReplayIsTheSame() {
    Story one = immediate().hears(says("m1", HEMAT, NOW)).brainAnswers();
    Story two = immediate().hears(says("m1", HEMAT, NOW)).brainAnswers();
    assertThat(one.events)
        .extracting(ConversationEvent::eventId)
        .isEqualTo(two.events.stream().map(ConversationEvent::eventId).toList());
    assertThat(one.lastReply().parts())
        .extracting(part -> part.partId())
        .isEqualTo(two.lastReply().parts().stream().map(part -> part.partId()).toList());
  }

  @Test
  void theStateStaysUnder64KilobytesHoweverMuchIsWritten() {
    Story story = immediate();
    String longText = "panjang sekali ".repeat(400);
    for (int i = 0; i < 400; i++) {
      story.hears(says("3EB0AAAAAAAAAAAAAAAAAAAAAAAAAAA" + i, longText, NOW + i));
      if (i % 3 == 0) {
        story.brainAnswers().wahaAccepts();
      }
    }
    byte[] stored = Codec.of(ConversationState.class).encode(story.state);
    assertThat(stored.length).isLessThan(64 * 1024);
    assertThat(new String(stored, StandardCharsets.UTF_8)).contains("panjang");
  }
}
