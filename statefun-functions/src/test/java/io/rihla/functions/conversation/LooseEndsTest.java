package io.rihla.functions.conversation;

import static io.rihla.functions.Samples.NOW;
import static io.rihla.functions.Samples.says;
import static io.rihla.functions.Samples.travelPackage;
import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.schemas.codec.Codec;
import io.rihla.schemas.codec.RecordData;
import io.rihla.schemas.codec.SchemaHistory;
import io.rihla.schemas.commands.*;
import io.rihla.schemas.conversation.*;
import io.rihla.schemas.functions.ConversationState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journeys that are over, what is long ago, who is forgotten. */
class LooseEndsTest {
  private static final String HEMAT = "UMR_MAR_2027_HEMAT";
  private static final String VIP = "UMR_APR_2027_VIP";

  private int commands;

  private static Story story(Duration quietWindow) {
    return new Story(
        quietWindow,
        Samples.catalog(
            travelPackage(HEMAT, "2027-03-15", 20), travelPackage(VIP, "2027-04-10", 5)));
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
                Role.SYSTEM_ADMIN,
                null,
                order)));
  }

  private Story paid() {
    Story story = story(Duration.ZERO).hears(says("m1", HEMAT, NOW)).brainAnswers().wahaAccepts();
    story.hears(says("m2", "mau daftar kak", NOW)).brainAnswers().wahaAccepts();
    order(story, new RecordPayment("ref-1", 5_000_000, "IDR", 1, null));
    assertThat(story.state.open()).isFalse();
    return story;
  }

  @ParameterizedTest
  @ValueSource(strings = {"alhamdulillah terima kasih kak", "assalamualaikum", "iya", "ok siap"})
  void afterPaymentWordsThatAreNoEnquiryAreAnsweredAndOpenNothing(String text) {
    Story story = paid();
    int replies = story.effects(Effect.Send.class).size();
    story.hears(says("m3", text, NOW)).brainAnswers();
    assertThat(story.told(JourneyOpened.class)).hasSize(1);
    assertThat(story.effects(Effect.Send.class)).hasSize(replies + 1);
    assertThat(story.told(LeadCreated.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {VIP, "kalau paket april harganya berapa kak?", "mau daftar lagi untuk ibu saya"})
  void afterPaymentAnEnquiryACodeOrPaymentIntentOpensTheNextJourney(String text) {
    Story story = paid().hears(says("m3", text, NOW)).brainAnswers();
    assertThat(story.told(JourneyOpened.class)).hasSize(2);
    assertThat(story.state.journey()).isEqualTo(2);
  }

  @Test
  void whatIsLongAgoIsSummarisedForTheBrain() {
    Story story = story(Duration.ZERO);
    story.hears(says("m0", HEMAT + " untuk 4 orang bulan maret", NOW)).brainAnswers().wahaAccepts();
    story.hears(says("m00", "hotelnya di mana?", NOW)).brainAnswers().wahaAccepts();
    for (int i = 1; i <= 15; i++) {
      story.hears(says("m" + i, "pertanyaan nomor " + i, NOW)).brainAnswers().wahaAccepts();
    }
    String summary = story.effects(Effect.Think.class).getLast().request().summary();
    assertThat(summary)
        .contains("Name: Siti", "Travellers: 4", "Month: March", HEMAT, "hotel")
        .hasSizeLessThan(4_000);
  }

  @Test
  void aVeryLongStoryStaysSmall() {
    Story story = story(Duration.ZERO);
    String text = "مرحبا ".repeat(300);
    for (int i = 0; i < 400; i++) {
      story.now += 1_000;
      story.hears(says("3EB0MESSAGEIDOFUSUALLENGTH" + i, i % 2 == 0 ? text : HEMAT, story.now));
      story.brainAnswers().wahaAccepts();
      story.effects.removeIf(
          effect -> !(effect instanceof Effect.Think || effect instanceof Effect.Send));
      if (i % 20 == 0) {
        order(story, new Assign("ani", "x".repeat(500), false));
        order(story, new Resolve("done"));
      }
    }
    int bytes = Codec.of(ConversationState.class).encode(story.state).length;
    assertThat(bytes).isLessThan(64 * 1024);
  }

  @Test
  void aStateThatWasStoredByTheFirstVersionGoesOn() throws IOException {
    Story story = story(Duration.ZERO).hears(says("m1", HEMAT, NOW)).brainAnswers().wahaAccepts();
    Schema first = SchemaHistory.of(ConversationState.class).getFirst();
    ByteBuffer stored =
        new BinaryMessageEncoder<ConversationState>(RecordData.get(), first).encode(story.state);
    byte[] bytes = new byte[stored.remaining()];
    stored.get(bytes);
    story.state = Codec.of(ConversationState.class).decode(bytes);
    assertThat(story.state.openedAt()).isZero();
    story.hears(says("m2", "hotelnya di mana?", NOW)).brainAnswers();
    assertThat(story.state.phase()).isEqualTo(Phase.INTEREST);
    assertThat(story.told(JourneyOpened.class)).hasSize(1);
    assertThat(story.effects(Effect.Send.class)).hasSize(2);
  }

  @Test
  void whoIsForgottenLeavesOnlyKeysAndTheWishToHearNothing() {
    Story story = story(Duration.ZERO).hears(says("m1", HEMAT, NOW)).brainAnswers();
    order(story, new Erase("asked for it"));
    assertThat(story.told(CustomerErased.class)).hasSize(1);
    assertThat(story.told(JourneyClosed.class)).hasSize(1);
    assertThat(story.effects(Effect.Cancel.class)).hasSize(1);
    assertThat(story.state.phone()).isNull();
    assertThat(story.state.name()).isNull();
    assertThat(story.state.history()).isEmpty();
    assertThat(story.state.chatId()).isEmpty();
    story.hears(says("m2", HEMAT, story.now)).brainAnswers();
    assertThat(story.state.journey()).isEqualTo(2);
    assertThat(story.effects(Effect.Send.class)).hasSize(2);
  }
}
