package io.rihla.jobs.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.jobs.Story;
import io.rihla.schemas.conversation.AttributionSource;
import io.rihla.schemas.conversation.CampaignAttributed;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.ExperimentExposed;
import io.rihla.schemas.conversation.PaymentRecorded;
import io.rihla.schemas.conversation.PaymentRefunded;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.conversation.Touch;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class JourneyRowTest {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  private final Story story = new Story("c_1");

  @Test
  void theCohortIsTheDayOfTheAgency() throws Exception {
    story.later(Duration.ofHours(15)).opens(); // 18:00 UTC is after midnight in Jakarta

    assertThat(row().get("cohort_day").asText()).isEqualTo("2027-01-26");
  }

  @Test
  void whoReachedAStepReachedTheOnesBefore() throws Exception {
    story.opens().later(Duration.ofHours(1)).happens(moved(Phase.BOOKING));

    assertThat(row().get("interest_at").asLong()).isEqualTo(story.now());
    assertThat(row().get("step").asText()).isEqualTo("BOOKING");
    assertThat(row().get("seconds_in_leads").asLong()).isEqualTo(3600);
    assertThat(row().get("seconds_in_interest").asLong()).isZero();
    assertThat(row().get("seconds_in_booking").isNull()).isTrue();
  }

  @Test
  void revenueIsNetAndAWhollyRefundedJourneyIsNotPaid() throws Exception {
    story.opens().happens(new PaymentRecorded("lead", "1", 5_000, "IDR", 2));
    assertThat(row().get("paid_at").asLong()).isEqualTo(story.now());
    story.happens(new PaymentRefunded("lead", "1", 1_000, "IDR"));
    assertThat(row().get("revenue").asLong()).isEqualTo(4_000);
    assertThat(row().get("step").asText()).isEqualTo("PAID");

    story.happens(new PaymentRefunded("lead", "1", 4_000, "IDR"));

    assertThat(row().get("paid_at").isNull()).isTrue();
    assertThat(row().get("step").asText()).isEqualTo("BOOKING");
    assertThat(row().get("refunded").asLong()).isEqualTo(5_000);
  }

  @Test
  void firstAndLastTouchAreBothKept() throws Exception {
    story.opens().happens(touch("UMR_MAR_2027_HEMAT", Touch.FIRST));
    story.later(Duration.ofDays(1)).happens(touch("UMR_APR_2027_PLUS", Touch.LAST));

    assertThat(row().get("first_campaign").asText()).isEqualTo("UMR_MAR_2027_HEMAT");
    assertThat(row().get("last_campaign").asText()).isEqualTo("UMR_APR_2027_PLUS");
    assertThat(row().get("last_touch_day").asText()).isEqualTo("2027-01-26");
    assertThat(row().get("first_ad").asText()).isEqualTo("ad-1");
  }

  @Test
  void theVariantFirstSeenCounts() throws Exception {
    story.opens().happens(new ExperimentExposed("greeting", "A"));
    story.later(Duration.ofHours(1)).happens(new ExperimentExposed("greeting", "B"));

    assertThat(row().at("/variants/greeting").asText()).isEqualTo("A");
    assertThat(row().at("/exposed_at/greeting").asLong()).isEqualTo(Story.START);
  }

  private static PhaseChanged moved(Phase phase) {
    return new PhaseChanged(Phase.LEADS, phase, "details", null, null, null);
  }

  private static CampaignAttributed touch(String code, Touch touch) {
    return new CampaignAttributed(code, code, touch, AttributionSource.CODE, "ad-1", null, "m");
  }

  private JsonNode row() throws Exception {
    JourneyFacts facts = JourneyFacts.none("conv_1");
    for (ConversationEvent event : story.events()) {
      facts = facts.with(event);
    }
    return new ObjectMapper()
        .readTree(JourneyRow.of("c_1", 1, facts, JAKARTA).orElseThrow().columns().bytes());
  }
}
