package io.rihla.functions.conversation;

import static io.rihla.functions.Samples.NOW;
import static io.rihla.functions.Samples.says;
import static io.rihla.functions.Samples.travelPackage;
import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.schemas.commands.*;
import io.rihla.schemas.conversation.*;
import io.rihla.schemas.outbound.TextPart;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingTest {
  private static final String HEMAT = "UMR_MAR_2027_HEMAT";

  private int commands;

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

  private Story resolved() {
    Story story =
        new Story(Duration.ZERO, Samples.catalog(travelPackage(HEMAT, "2027-03-15", 20)))
            .hears(says("m1", HEMAT, NOW))
            .brainAnswers()
            .wahaAccepts();
    resolve(story);
    return story;
  }

  private void resolve(Story story) {
    order(story, new Assign("ani", null, false));
    order(story, new Resolve(null));
  }

  @Test
  void afterAResolveOneQuestionIsAskedAndItsAnswerRecordedAndThankedOnce() {
    Story story = resolved().wahaAccepts();
    assertThat(story.told(RatingAsked.class))
        .extracting(RatingAsked::replyId)
        .containsExactly(story.lastReply().replyId());
    assertThat(((TextPart) story.lastReply().parts().getFirst().content()).text()).contains("5");
    int thoughts = story.told(ThoughtRequested.class).size();
    story.hears(says("m2", "5 kak, makasih", story.now));
    assertThat(story.told(RatingReceived.class))
        .containsExactly(new RatingReceived(5, "5 kak, makasih"));
    assertThat(story.told(ThoughtRequested.class)).hasSize(thoughts);
    assertThat(story.lastReply().seenMessageIds()).containsExactly("m2");
    assertThat(story.state.burst()).isEmpty();
    story.wahaAccepts().hears(says("m3", "5", story.now));
    assertThat(story.told(RatingReceived.class)).hasSize(1);
  }

  @Test
  void whatIsNoRatingIsAnsweredAsAlways() {
    Story story = resolved().wahaAccepts();
    story.hears(says("m2", "kalau hotelnya bintang berapa ya?", story.now)).brainAnswers();
    assertThat(story.told(RatingReceived.class)).isEmpty();
    assertThat(story.told(AiAnswered.class)).hasSize(2);
    story.wahaAccepts().hears(says("m3", "bagus", story.now));
    assertThat(story.told(RatingReceived.class)).isEmpty();
  }

  @Test
  void nobodyIsAskedTwiceInThirtyDays() {
    Story story = resolved().wahaAccepts();
    story.waits(Duration.ofDays(29));
    resolve(story);
    assertThat(story.told(RatingAsked.class)).hasSize(1);
    story.waits(Duration.ofDays(2));
    resolve(story);
    assertThat(story.told(RatingAsked.class)).hasSize(2);
  }

  @Test
  void whoWantsToHearNothingIsNotAskedNorIsAnybodyWhereItIsSwitchedOff() {
    Story story =
        new Story(Duration.ZERO, Samples.catalog(travelPackage(HEMAT, "2027-03-15", 20)))
            .hears(says("m1", HEMAT, NOW))
            .brainAnswers()
            .wahaAccepts()
            .hears(says("m2", "stop jangan kirim pesan lagi", NOW));
    assertThat(story.state.optedOut()).isTrue();
    resolve(story);
    assertThat(story.told(RatingAsked.class)).isEmpty();

    Story off =
        new Story(Duration.ZERO, Samples.catalog(travelPackage(HEMAT, "2027-03-15", 20)))
            .hears(says("m1", HEMAT, NOW))
            .brainAnswers();
    off.settings = off.settings.withRating(false);
    resolve(off);
    assertThat(off.told(RatingAsked.class)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "4, ⭐⭐⭐⭐",
    "5, ⭐️⭐️⭐️⭐️⭐️",
    "4, 4/5",
    "3, nilai 3 kak",
    "4, bintang 4",
    "5, puas banget!",
    "4, bagus",
    "4, Baguss kak 👍",
    "1, kecewa",
    "1, sangat mengecewakan",
    "2, kurang puas",
    "2, ga puas",
    "4, good",
    "1, bad",
    "5, excellent service",
    "5, ممتاز",
    "5, ٥",
    "1, سيء جدا",
    "5, alhamdulillah sangat puas",
    "3, biasa aja",
    "5, mantapppp",
    "4, 4 stars",
    "2, tidak puas kak",
    "5, جيد جدا",
    "5, pelayanannya memuaskan kak",
  })
  void ratingsAreReadAsPeopleWriteThem(int score, String text) {
    assertThat(Scores.standard().read(text)).isEqualTo(OptionalInt.of(score));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6",
        "0",
        "10",
        "untuk 5 orang",
        "bagus, kalau paket april harganya berapa?",
        "makasih kak",
        "assalamualaikum",
        "hotelnya bagus?",
        "tanggal 5",
        "5 juta",
        "",
        "⭐⭐⭐⭐⭐⭐",
        "ok",
      })
  void whatSaysSomethingElseIsNoRating(String text) {
    assertThat(Scores.standard().read(text)).isEmpty();
  }
}
