package io.rihla.functions.conversation;

import static io.rihla.functions.Samples.NOW;
import static io.rihla.functions.Samples.says;
import static io.rihla.functions.Samples.travelPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rihla.functions.Samples;
import io.rihla.schemas.conversation.*;
import io.rihla.schemas.outbound.FilePart;
import io.rihla.schemas.outbound.TextPart;
import io.rihla.schemas.whatsapp.AdReferral;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a customer comes with, a code, an ad or neither, and what is offered for it. */
class ComingWithACodeTest {
  private static final String HEMAT = "UMR_MAR_2027_HEMAT";

  private static Story immediate() {
    return new Story(
        Duration.ZERO,
        Samples.catalog(
            travelPackage(HEMAT, "2027-03-15", 20),
            travelPackage("UMR_APR_2027_VIP", "2027-04-10", 5),
            travelPackage("UMR_FEB_2027_PENUH", "2027-02-10", 0),
            travelPackage("UMR_OKT_2026_REGULER", "2026-10-01", 9)));
  }

  @Test
  void aCampaignCodeOpensAJourneyAtLeadsAndIsAnsweredWithPictureAndGreeting() {
    Story story = immediate().hears(says("m1", "halo umr_mar_2027_hemat", NOW)).brainAnswers();

    assertThat(story.told(JourneyOpened.class))
        .extracting(JourneyOpened::source)
        .containsExactly("code");
    assertThat(story.told(PhaseChanged.class))
        .extracting(PhaseChanged::to)
        .containsExactly(Phase.LEADS);
    assertThat(story.told(CampaignAttributed.class))
        .extracting(CampaignAttributed::campaignCode, CampaignAttributed::touch)
        .containsExactly(tuple(HEMAT, Touch.FIRST));
    assertThat(story.lastReply().parts().getFirst().content()).isInstanceOf(FilePart.class);
    TextPart greeting = (TextPart) story.lastReply().parts().getLast().content();
    assertThat(greeting.text())
        .contains("Assalamu'alaikum Kak Siti", "Rp 25.000.000", "15 Maret 2027", "9 hari");
    assertThat(story.lastReply().seenMessageIds()).containsExactly("m1");
  }

  @Test
  void onlyTheFirstValidCodeCountsAndTheOthersAreRecorded() {
    Story story = immediate().hears(says("m1", "UMR_XXX_2027_APA UMR_APR_2027_VIP " + HEMAT, NOW));
    assertThat(story.told(CampaignAttributed.class))
        .extracting(CampaignAttributed::campaignCode)
        .containsExactly("UMR_APR_2027_VIP");
    assertThat(story.told(CodeRejected.class))
        .extracting(CodeRejected::code, CodeRejected::fault)
        .containsExactly(
            tuple("UMR_XXX_2027_APA", CodeFault.UNKNOWN), tuple(HEMAT, CodeFault.LATER_IN_TEXT));
  }

  @Test
  void anUnknownCodeIsNamedAndAvailablePackagesAreOffered() {
    Story story = immediate().hears(says("m1", "UMR_MEI_2027_MURAH", NOW)).brainAnswers();
    String text = ((TextPart) story.lastReply().parts().getFirst().content()).text();
    assertThat(text).contains("UMR_MEI_2027_MURAH", "tidak kami temukan", HEMAT);
    assertThat(text).doesNotContain("UMR_OKT_2026_REGULER", "UMR_FEB_2027_PENUH");
    assertThat(story.told(CampaignAttributed.class)).isEmpty();
  }

  @Test
  void withoutACodePreferencesAreAskedAndPackagesListed() {
    Story story = immediate().hears(says("m1", "assalamualaikum", NOW)).brainAnswers();
    String text = ((TextPart) story.lastReply().parts().getFirst().content()).text();
    assertThat(text).contains("bulan apa", "berapa orang", HEMAT, "UMR_APR_2027_VIP");
    assertThat(story.told(ReplyPlanned.class).getFirst().question()).contains("bulan apa");
  }

  @Test
  void aDepartedPackageIsNotSoldAndTheNearestOnesAreOffered() {
    Story story = immediate().hears(says("m1", "UMR_OKT_2026_REGULER", NOW)).brainAnswers();
    assertThat(story.lastReply().parts()).hasSize(1);
    String text = ((TextPart) story.lastReply().parts().getFirst().content()).text();
    assertThat(text).contains("sudah berangkat", HEMAT).doesNotContain("UMR_FEB_2027_PENUH");
    assertThat(story.told(CampaignAttributed.class)).hasSize(1);
  }

  @Test
  void aFullPackageIsNotSoldAndStaysUnsoldInTheNextTurn() {
    Story story = immediate().hears(says("m1", "UMR_FEB_2027_PENUH", NOW)).brainAnswers();
    String text = ((TextPart) story.lastReply().parts().getFirst().content()).text();
    assertThat(text).contains("sudah penuh", HEMAT);
    story.hears(says("m2", "berapa harganya kak", NOW + 60_000)).brainAnswers();
    String next = ((TextPart) story.lastReply().parts().getLast().content()).text();
    assertThat(next).contains(HEMAT).doesNotContain("PENUH* Rp");
  }

  @Test
  void anAdWithoutACodeIsAFirstTouchAndACodeAfterItALastTouch() {
    AdReferral ad =
        new AdReferral("120", null, "ad", "facebook", "clid", null, null, "FB_Ads", null);
    Story story =
        immediate()
            .hears(Samples.clicksAd("m1", "info dong", NOW, ad))
            .hears(says("m2", HEMAT, NOW + 1));
    assertThat(story.told(CampaignAttributed.class))
        .extracting(CampaignAttributed::touch, CampaignAttributed::via)
        .containsExactly(
            tuple(Touch.FIRST, AttributionSource.AD_REFERRAL),
            tuple(Touch.LAST, AttributionSource.CODE));
  }

  @Test
  void thePictureIsShownOncePerConversation() {
    Story story = immediate().hears(says("m1", HEMAT, NOW)).brainAnswers().wahaAccepts();
    story.hears(says("m2", HEMAT, NOW + 1)).brainAnswers();
    assertThat(story.lastReply().parts()).hasSize(1);
  }
}
