package io.rihla.functions.conversation;

import static io.rihla.functions.Samples.NOW;
import static io.rihla.functions.Samples.says;
import static io.rihla.functions.Samples.travelPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rihla.functions.Samples;
import io.rihla.schemas.conversation.CampaignAttributed;
import io.rihla.schemas.conversation.CodeRejected;
import io.rihla.schemas.outbound.TextPart;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributionTest {
  private static final String PACKAGE = "UMR_MAR_2027_HEMAT";
  private static final String CAMPAIGN = "UMR_MAR_2027_PROMO_TIKTOK";
  private static final String FORMER = "UMR_MAR_2027_LAMA";

  private final Story story =
      new Story(
          Duration.ZERO,
          Samples.catalog(
              Map.of(CAMPAIGN, PACKAGE, FORMER, "UMR_JAN_2026_HABIS"),
              travelPackage(PACKAGE, "2027-03-15", 20)));

  @Test
  void theCodeOfACampaignIsAnsweredWithThePackageItSells() {
    story.hears(says("m1", "halo umr-mar-2027-promo-tiktok", NOW)).brainAnswers();

    assertThat(story.told(CampaignAttributed.class))
        .extracting(CampaignAttributed::campaignCode, CampaignAttributed::packageCode)
        .containsExactly(tuple(CAMPAIGN, PACKAGE));
    assertThat(story.told(CodeRejected.class)).isEmpty();
    assertThat(((TextPart) story.lastReply().parts().getLast().content()).text())
        .contains("Rp 25.000.000", "15 Maret 2027");
  }

  @Test
  void aCampaignWhosePackageIsGoneIsAnUnknownCode() {
    story.hears(says("m1", FORMER, NOW));

    assertThat(story.told(CampaignAttributed.class)).isEmpty();
    assertThat(story.told(CodeRejected.class)).extracting(CodeRejected::code).contains(FORMER);
  }
}
