package io.rihla.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Request.Method;
import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.Season;
import io.rihla.api.testing.SeasonServer;
import io.rihla.api.testing.TestApi;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small season in a real ClickHouse, and every figure of it checked by hand. */
class AnalyticsTest {
  private static final String ADMIN = TestApi.token("marketing_admin");
  private static SeasonServer season;

  @BeforeAll
  static void start() {
    season = new SeasonServer();
  }

  @AfterAll
  static void stop() {
    if (season != null) {
      season.close();
    }
  }

  @Test
  void conversionAndDropOffAreThoseOfTheCohort() {
    JsonNode all = analytics("");
    assertThat(all.get("conversion_metrics"))
        .hasToString(
            "{\"total_leads\":6,\"leads_to_interest\":4,\"interest_to_booking\":2,"
                + "\"booking_to_paid\":1,\"conversion_rate\":\"17%\",\"conversion_rate_value\":0.16666666666666666}");
    assertThat(all.at("/drop_off_analysis/leads_to_interest").asText()).isEqualTo("33%");
    assertThat(all.at("/drop_off_analysis/interest_to_booking").asText()).isEqualTo("50%");
    assertThat(all.at("/drop_off_analysis/booking_to_payment_value").asDouble()).isEqualTo(0.5);
    assertThat(all.get("stale_since").isNull()).isTrue();
  }

  @Test
  void campaignsHaveClicksConversionAndMoney() {
    JsonNode all = analytics("");
    assertThat(all.get("campaign_performance").findValuesAsText("campaign_code"))
        .containsExactlyInAnyOrder("UMR_A", "UMR_B", "null");
    JsonNode a = campaign(all, "UMR_A");
    assertThat(a.get("clicks").asInt()).isEqualTo(400);
    assertThat(a.get("conversations").asInt()).isEqualTo(4);
    assertThat(a.get("bookings").asInt()).isEqualTo(2);
    assertThat(a.get("conversion").asText()).isEqualTo("0.5%");
    assertThat(a.get("currency").asText()).isEqualTo("IDR");
    assertThat(a.get("spend").asLong()).isEqualTo(3_000_000);
    assertThat(a.get("revenue").asLong()).isEqualTo(9_000_000);
    assertThat(a.get("cpl").asDouble()).isEqualTo(750_000);
    assertThat(a.get("roas").asDouble()).isEqualTo(3);
    assertThat(a.get("roi").asDouble()).isEqualTo(2);
    JsonNode b = campaign(all, "UMR_B");
    assertThat(b.get("clicks").asInt()).as("without the bot").isEqualTo(3);
    assertThat(b.get("conversion").asText()).isEqualTo("0%");
    assertThat(b.get("cpl").isNull()).isTrue();
    JsonNode unmapped = campaign(all, "null");
    assertThat(unmapped.get("spend").asInt()).isEqualTo(10);
    assertThat(unmapped.get("currency").asText()).isEqualTo("USD");
  }

  @Test
  void theAiIsJudgedByItsEpisodes() {
    JsonNode ai = analytics("").get("ai_performance");
    assertThat(ai.get("avg_response_time").asText()).isEqualTo("3 seconds");
    assertThat(ai.get("p50_response_time").asText()).isEqualTo("2 seconds");
    assertThat(ai.get("p95_response_time_value").asDouble()).isEqualTo(5);
    assertThat(ai.get("successful_conversations").asText()).isEqualTo("75%");
    assertThat(ai.get("escalation_rate").asText()).isEqualTo("25%");
    assertThat(ai.get("satisfaction_score").asDouble()).isEqualTo(4.5);
  }

  @Test
  void commonQuestionsCountMergedClustersTogether() {
    JsonNode questions = analytics("").get("common_questions");
    assertThat(questions).hasSize(2);
    assertThat(questions.at("/0/question_pattern").asText()).isEqualTo("harga paket berapa");
    assertThat(questions.at("/0/frequency").asInt()).isEqualTo(5);
    assertThat(questions.at("/0/ai_success_rate").asText()).isEqualTo("80%");
    assertThat(questions.at("/0/trend").asText()).isEqualTo("n/a");
    assertThat(questions.at("/0/examples/1").asText()).isEqualTo("brp harganya kak");
  }

  @Test
  void figuresCanBeAskedForByCampaignLanguageAndPrompt() {
    assertThat(leads("campaign=umr_a")).isEqualTo(4);
    assertThat(leads("language=en")).isEqualTo(1);
    assertThat(leads("prompt_version=p1")).isEqualTo(3);
    assertThat(leads("campaign=UMR_A&prompt_version=p2")).isEqualTo(1);
    JsonNode english = analytics("language=en");
    assertThat(english.at("/ai_performance/episodes").asInt()).isEqualTo(1);
    assertThat(english.at("/common_questions")).hasSize(1);
    JsonNode prompt = campaign(analytics("prompt_version=p1"), "UMR_A");
    assertThat(prompt.get("bookings").asInt()).isEqualTo(2);
    assertThat(prompt.get("clicks").isNull()).as("clicks know no prompt").isTrue();
    assertThat(prompt.get("conversion").asText()).isEqualTo("n/a");
  }

  @Test
  void withoutAnythingToCountThereIsNoRatioAndNoFailure() {
    JsonNode none = analytics("from=2020-01-01&to=2020-01-31");
    assertThat(none.at("/conversion_metrics/conversion_rate").asText()).isEqualTo("n/a");
    assertThat(none.at("/conversion_metrics/conversion_rate_value").isNull()).isTrue();
    assertThat(none.at("/ai_performance/avg_response_time").asText()).isEqualTo("n/a");
    assertThat(none.at("/ai_performance/satisfaction_score").isNull()).isTrue();
    assertThat(none.get("campaign_performance")).isEmpty();
  }

  @Test
  void daysAreTheAgencysAndInstantsStandForTheirDay() {
    String day = Season.TODAY.minusDays(1).toString();
    assertThat(leads("from=%s&to=%s".formatted(day, day))).isEqualTo(6);
    assertThat(leads("from=%s&to=%s".formatted(Season.TODAY, Season.TODAY))).isZero();
    // 23:30 UTC of the day before is yesterday's early morning in Jakarta
    String night = Season.TODAY.minusDays(2) + "T23%3A30%3A00Z";
    assertThat(leads("from=" + night + "&to=" + night)).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({
    "from=yesterday, from",
    "to=2027-13-01, to",
    "from=2027-02-01&to=2027-01-01, from",
    "from=2020-01-01&to=2027-01-01, from",
    "language=fr, language"
  })
  void aBadParameterIsNamed(String query, String field) {
    HttpResponse<String> response = season.api().get("/api/marketing/analytics?" + query, ADMIN);
    assertThat(response.statusCode()).isEqualTo(400);
    Contract.holds(Method.GET, response);
    assertThat(TestApi.json(response).at("/errors/0/field").asText()).isEqualTo(field);
  }

  private static JsonNode campaign(JsonNode all, String code) {
    for (JsonNode one : all.get("campaign_performance")) {
      if (one.get("campaign_code").asText().equals(code)) {
        return one;
      }
    }
    throw new AssertionError("no campaign " + code + " in " + all);
  }

  private static int leads(String query) {
    return analytics(query).at("/conversion_metrics/total_leads").asInt();
  }

  private static JsonNode analytics(String query) {
    return season.get("/api/marketing/analytics?" + query);
  }
}
