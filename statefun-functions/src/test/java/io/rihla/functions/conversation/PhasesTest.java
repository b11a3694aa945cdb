package io.rihla.functions.conversation;

import static io.rihla.functions.Samples.NOW;
import static io.rihla.functions.Samples.says;
import static io.rihla.functions.Samples.travelPackage;
import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.HandoverRequested;
import io.rihla.schemas.conversation.IgnoreReason;
import io.rihla.schemas.conversation.LeadCreated;
import io.rihla.schemas.conversation.MessageIgnored;
import io.rihla.schemas.conversation.OptedIn;
import io.rihla.schemas.conversation.OptedOut;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.Media;
import io.rihla.schemas.whatsapp.MessageKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhasesTest {
  private static final String HEMAT = "UMR_MAR_2027_HEMAT";

  private final Story story =
      new Story(
          Duration.ZERO,
          Samples.catalog(
              travelPackage(HEMAT, "2027-03-15", 20),
              travelPackage("UMR_OKT_2026_REGULER", "2026-10-01", 9)));
  private int messages;

  @Test
  void askingForDetailsIsInterest() {
    say(HEMAT).say("hotelnya jauh ga dari masjid kak");
    assertThat(phases()).containsExactly(Phase.LEADS, Phase.INTEREST);
    assertThat(changes().getLast().trigger()).isEqualTo("details_asked");
    assertThat(changes().getLast().promptVersion()).startsWith("prompts-");
  }

  @Test
  void answeringThePreferenceQuestionIsInterest() {
    say("assalamualaikum").say("bulan maret untuk 4 orang");
    assertThat(phases()).containsExactly(Phase.LEADS, Phase.INTEREST);
  }

  @Test
  void affirmingTheBotsQuestionIsInterestAndAffirmingNothingIsNot() {
    say(HEMAT).say("iya boleh kak");
    assertThat(phases()).containsExactly(Phase.LEADS, Phase.INTEREST);
    assertThat(changes().getLast().trigger()).isEqualTo("question_affirmed");
  }

  @Test
  void wantingToPayForAKnownPackageIsABookingWithALeadAndAHandover() {
    say(HEMAT).say("oke saya mau daftar, cara bayarnya gimana?");
    assertThat(phases()).containsExactly(Phase.LEADS, Phase.BOOKING);
    assertThat(story.told(LeadCreated.class)).hasSize(1);
    assertThat(story.told(HandoverRequested.class))
        .extracting(HandoverRequested::reason)
        .containsExactly(HandoverReason.PAYMENT_INTENT);
  }

  @Test
  void aDetailsQuestionAfterTheBookingStaysABooking() {
    say(HEMAT).say("mau daftar kak").say("hotelnya bintang berapa ya");
    assertThat(phases()).containsExactly(Phase.LEADS, Phase.BOOKING);
  }

  @Test
  void wantingToPayBeforeAPackageIsKnownIsInterestOnTheFastTrack() {
    say("assalamualaikum").say("DP berapa? mau langsung transfer");
    assertThat(phases()).containsExactly(Phase.LEADS, Phase.INTEREST);
    assertThat(story.told(HandoverRequested.class))
        .extracting(HandoverRequested::reason)
        .containsExactly(HandoverReason.EARLY_PAYMENT);
    assertThat(story.told(LeadCreated.class)).isEmpty();
  }

  @Test
  void aDepartedPackageCannotBeBooked() {
    say("UMR_OKT_2026_REGULER").say("mau daftar yang itu");
    assertThat(phases()).doesNotContain(Phase.BOOKING);
  }

  @Test
  void notWantingToRegisterYetIsNoBooking() {
    say(HEMAT).say("belum mau daftar kak, cuma tanya harga");
    assertThat(phases()).doesNotContain(Phase.BOOKING);
    assertThat(story.told(HandoverRequested.class)).isEmpty();
  }

  @Test
  void aWishForAHumanIsAnEscalationAndNoPhase() {
    say(HEMAT).say("bisa bicara dengan admin langsung?");
    assertThat(story.told(Escalated.class))
        .extracting(Escalated::reason)
        .containsExactly(HandoverReason.CUSTOMER_REQUEST);
  }

  @Test
  void aPictureCalledAProofOfPaymentIsAHandover() {
    say(HEMAT);
    story
        .hears(
            Samples.event(
                "img",
                false,
                NOW + 9_000,
                new InboundMessage(
                    MessageKind.IMAGE,
                    "ini bukti transfer DP ya kak",
                    new Media(null, "image/jpeg", null, null),
                    null,
                    List.of(),
                    null,
                    null)))
        .brainAnswers();
    assertThat(phases()).containsExactly(Phase.LEADS, Phase.BOOKING);
    assertThat(story.told(HandoverRequested.class))
        .extracting(HandoverRequested::reason)
        .containsExactly(HandoverReason.PAYMENT_PROOF);
  }

  @Test
  void theSameQuestionThreeTimesGoesToAHuman() {
    say(HEMAT)
        .say("apakah ada kamar untuk berdua")
        .say("apakah ada kamar untuk berdua?")
        .say("Apakah ada kamar untuk berdua");
    assertThat(story.told(Escalated.class)).isNotEmpty();
  }

  @Test
  void whoSaysStopHearsNothingUntilSheAsksAgain() {
    story.hears(says("m1", HEMAT, NOW)).brainAnswers();
    int asked = story.effects(Effect.Think.class).size();
    story.hears(says("s1", "stop, jangan kirim pesan lagi", NOW + 50_000));
    assertThat(story.told(OptedOut.class)).hasSize(1);
    assertThat(story.effects(Effect.Cancel.class)).hasSize(1);
    story.hears(says("s2", "ok", NOW + 51_000));
    assertThat(story.effects(Effect.Think.class)).hasSize(asked);
    assertThat(story.told(MessageIgnored.class))
        .extracting(MessageIgnored::reason)
        .containsOnly(IgnoreReason.OPTED_OUT);
    story.hears(says("s3", "kak berapa harga paket maret?", NOW + 52_000));
    assertThat(story.told(OptedIn.class)).hasSize(1);
    assertThat(story.effects(Effect.Think.class)).hasSize(asked + 1);
  }

  private PhasesTest say(String text) {
    messages++;
    int replies = story.effects(Effect.Send.class).size();
    story.hears(says("m" + messages, text, NOW + messages * 1_000L)).brainAnswers();
    if (story.effects(Effect.Send.class).size() > replies) {
      story.wahaAccepts();
    }
    return this;
  }

  private List<PhaseChanged> changes() {
    return story.told(PhaseChanged.class);
  }

  private List<Phase> phases() {
    return changes().stream().map(PhaseChanged::to).toList();
  }
}
