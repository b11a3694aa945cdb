package io.rihla.functions.conversation;

import static io.rihla.functions.Samples.NOW;
import static io.rihla.functions.Samples.says;
import static io.rihla.functions.Samples.travelPackage;
import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.schemas.conversation.OptedOut;
import io.rihla.schemas.conversation.ReplyCancelled;
import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.PartSent;
import io.rihla.schemas.functions.Situation;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.MessageKind;
import io.rihla.schemas.whatsapp.MessageRevoke;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A message that comes while an answer is decided but, as far as we know, not out. */
class SupersedingTest {
  private static final String HEMAT = "UMR_MAR_2027_HEMAT";

  /** The greeting is decided, and WAHA has not been heard of. */
  private static Story answered() {
    Story story =
        new Story(
            Duration.ofMillis(1_500), Samples.catalog(travelPackage(HEMAT, "2027-03-15", 20)));
    return story.hears(says("m1", HEMAT, NOW)).after(Duration.ofSeconds(2)).brainAnswers();
  }

  private static List<String> asked(Story story) {
    return story.effects(Effect.Think.class).getLast().request().burst().stream()
        .map(BurstMessage::messageId)
        .toList();
  }

  @Test
  void anAnswerThatIsNotOutIsTakenBackAndGivenTogetherWithTheNewOne() {
    Story story = answered();
    String first = story.lastReply().replyId();
    story.hears(says("m2", "hotelnya apa?", story.now)).after(Duration.ofSeconds(2));
    assertThat(story.told(ReplyCancelled.class))
        .containsExactly(new ReplyCancelled(first, "superseded"));
    assertThat(story.effects(Effect.Cancel.class)).hasSize(1);
    ThoughtRequest request = story.effects(Effect.Think.class).getLast().request();
    assertThat(request.burst())
        .extracting(message -> message.messageId())
        .containsExactly("m1", "m2");
    assertThat(request.situation()).isEqualTo(Situation.GREETING_WITH_CODE);
    assertThat(request.history()).noneMatch(turn -> turn.author().equals("bot"));
    story.brainAnswers();
    assertThat(story.lastReply().seenMessageIds()).containsExactly("m1", "m2");
  }

  @Test
  void anAnswerThatIsPartlyOutIsFinished() {
    Story story = answered();
    story.deliverySaysOfFirstPart(new PartSent("WA1", 1, false));
    story.hears(says("m2", "hotelnya apa?", story.now));
    assertThat(story.told(ReplyCancelled.class)).isEmpty();
    assertThat(story.effects(Effect.Cancel.class)).isEmpty();
  }

  @Test
  void stopAfterAnAnswerThatIsNotOutCancelsItAndNothingIsSaid() {
    Story story = answered();
    story.hears(says("m2", "stop jangan kirim pesan lagi", story.now)).after(Duration.ofSeconds(2));
    assertThat(story.told(OptedOut.class)).hasSize(1);
    assertThat(story.told(ReplyCancelled.class)).hasSize(1);
    assertThat(story.effects(Effect.Think.class)).hasSize(1);
  }

  @Test
  void untilDeliveryHasSaidWhatBecameOfTheAnswerNothingIsThought() {
    Story story = answered();
    story.deliverySilent = true;
    story.hears(says("m2", "hotelnya apa?", story.now)).after(Duration.ofSeconds(10));
    assertThat(story.effects(Effect.Cancel.class)).hasSize(1);
    assertThat(story.effects(Effect.Think.class)).hasSize(1);
    story.wahaAccepts().after(Duration.ofSeconds(1));
    assertThat(story.told(ReplyCancelled.class)).isEmpty();
    assertThat(asked(story)).containsExactly("m2");
    assertThat(story.effects(Effect.Think.class).getLast().request().history())
        .anyMatch(turn -> turn.author().equals("bot"));
  }

  @Test
  void aWordOfDeliveryThatDoesNotComeIsNotAwaitedForEver() {
    Story story = answered();
    story.deliverySilent = true;
    String first = story.lastReply().replyId();
    story.hears(says("m2", "hotelnya apa?", story.now)).after(Duration.ofSeconds(20));
    assertThat(asked(story)).containsExactly("m2");
    // the word comes while the brain thinks about less
    story.nothingIsOut(first).after(Duration.ofSeconds(2));
    assertThat(asked(story)).containsExactly("m1", "m2");
    assertThat(story.effects(Effect.Think.class)).hasSize(3);
  }

  @Test
  void whatWasKeptInAndIsLearnedLateIsStillAnswered() {
    Story story = answered();
    story.deliverySilent = true;
    String first = story.lastReply().replyId();
    story.hears(says("m2", "hotelnya apa?", story.now)).after(Duration.ofSeconds(20));
    story.brainAnswers().nothingIsOut(first).after(Duration.ofSeconds(2));
    assertThat(asked(story)).containsExactly("m1");
    story.brainAnswers();
    assertThat(story.lastReply().seenMessageIds()).containsExactly("m1");
    assertThat(story.told(ReplyCancelled.class))
        .containsExactly(new ReplyCancelled(first, "superseded"));
  }

  @Test
  void howeverManyWaitEachOfThemWaitsAgain() {
    Story story = answered();
    story.deliverySilent = true;
    String first = story.lastReply().replyId();
    List<String> all = new ArrayList<>(List.of("m1"));
    for (int i = 2; i <= 60; i++) {
      story.hears(says("m" + i, "pertanyaan nomor " + i + " ya kak", story.now));
      all.add("m" + i);
    }
    story.nothingIsOut(first).after(Duration.ofSeconds(2));
    assertThat(asked(story)).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void aMessageThatIsRevokedInBetweenDoesNotWaitAgain() {
    Story story = answered();
    story.deliverySilent = true;
    String first = story.lastReply().replyId();
    story.hears(says("m2", "hotelnya apa?", story.now));
    story
        .hears(Samples.event("r1", false, story.now, new MessageRevoke("m1")))
        .nothingIsOut(first)
        .after(Duration.ofSeconds(2));
    assertThat(asked(story)).containsExactly("m2");
  }

  @Test
  void aPictureThatWaitsAgainIsStillAPicture() {
    Story story = answered().wahaAccepts();
    InboundMessage picture =
        new InboundMessage(MessageKind.IMAGE, "ini fotonya kak", null, null, List.of(), null, null);
    story.hears(Samples.event("m2", false, story.now, picture)).after(Duration.ofSeconds(2));
    story.brainAnswers();
    story.hears(says("m3", "sudah masuk kak?", story.now)).after(Duration.ofSeconds(2));
    assertThat(story.effects(Effect.Think.class).getLast().request().burst().getFirst().kind())
        .isEqualTo(MessageKind.IMAGE);
  }
}
