package io.rihla.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Request.Method;
import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.RealClickHouse;
import io.rihla.api.testing.Season;
import io.rihla.api.testing.SeasonServer;
import io.rihla.api.testing.TestApi;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists behind the figures, over the same small season. */
class DetailsTest {
  private static final String ADMIN = TestApi.token("marketing_admin");
  private static SeasonServer season;

  @BeforeAll
  static void start() {
    season = new SeasonServer(DetailsTest::events);
  }

  @AfterAll
  static void stop() {
    if (season != null) {
      season.close();
    }
  }

  private static void events(RealClickHouse tables) {
    for (int customer = 1; customer <= 6; customer++) {
      event(
          tables,
          customer,
          1,
          "MessageReceived",
          "{\"phone\":\"6281200000%1$d%1$d\",\"name\":\"Siti\",\"text\":\"halo\"}"
              .formatted(customer));
    }
    // an escalation that is over and a talk on the phone after it; one that is not over
    event(tables, 7, 4, "MessageReceived", "{}");
    event(tables, 8, 2, "MessageReceived", "{}");
    event(tables, 7, 1, "Escalated", "{\"reason\":\"ANGER\",\"priority\":\"URGENT\"}");
    event(tables, 7, 2, "HandoverResolved", "{}");
    event(tables, 7, 3, "TakenOverFromPhone", "{}");
    event(tables, 8, 1, "Escalated", "{\"reason\":\"ANGER\",\"priority\":\"URGENT\"}");
  }

  @Test
  void anEscalationThatIsOverIsNotCountedWhenSomebodyTakesOverLater() {
    JsonNode dashboard = get("/api/marketing/dashboard");
    assertThat(dashboard.get("escalated_conversations").asInt()).isEqualTo(1);
    assertThat(dashboard.get("pending_handover").findValuesAsText("id"))
        .containsExactly(Season.conversation(8));
  }

  @Test
  void theFunnelTellsStepsTimesAndParts() {
    JsonNode funnel = get("/api/marketing/funnel?breakdown=campaign");
    assertThat(funnel.get("steps").findValuesAsText("journeys"))
        .containsExactly("6", "4", "2", "1");
    assertThat(funnel.at("/steps/1/conversion").asText()).isEqualTo("67%");
    assertThat(funnel.at("/steps/1/median_seconds").asInt()).isEqualTo(600);
    assertThat(funnel.at("/time_to_convert/0/buckets/1"))
        .as("ten minutes are in the bucket up to an hour")
        .hasToString("{\"up_to_seconds\":3600,\"journeys\":4}");
    assertThat(funnel.at("/parts/0/value").asText()).isEqualTo("UMR_A");
    assertThat(funnel.at("/parts/0/conversion_rate").asText()).isEqualTo("25%");
    assertThat(
            get("/api/marketing/funnel?breakdown=variant").get("parts").findValuesAsText("value"))
        .containsExactly("greeting:control", "greeting:warm");
    for (String part : List.of("source", "language", "prompt_version", "day")) {
      assertThat(get("/api/marketing/funnel?window_days=1&breakdown=" + part).get("parts"))
          .as(part)
          .isNotEmpty();
    }
  }

  @Test
  void theCustomersBehindEveryNumberCanBeListed() {
    String list = "/api/marketing/funnel/customers?";
    assertThat(keys(list + "step=interest")).hasSize(4);
    assertThat(keys(list + "step=interest&without=booking")).containsExactlyInAnyOrder(3, 6);
    assertThat(keys(list + "step=paid&breakdown=campaign&value=UMR_A")).containsExactly(1);
    assertThat(keys(list + "breakdown=campaign&value=")).containsExactly(6);
    assertThat(keys(list + "breakdown=variant&value=greeting%3Awarm"))
        .containsExactlyInAnyOrder(2, 4);
    assertThat(keys(list + "breakdown=day&value=" + Season.TODAY.minusDays(1))).hasSize(6);
    JsonNode first = get(list + "step=paid").at("/customers/0");
    assertThat(first.get("phone").asText()).isEqualTo("628120000011");
    assertThat(first.get("conversation_url").asText())
        .isEqualTo("/api/conversations/" + Season.conversation(1));
  }

  @ParameterizedTest
  @CsvSource({"opened_at", "-opened_at", "interest_at", "-revenue", "step", "-step", "campaign"})
  void pagesOfEverySortMeetEveryRowOnce(String sort) {
    List<Integer> met = new ArrayList<>();
    String all = "/api/marketing/funnel/customers?sort=" + sort;
    String next = "";
    do {
      JsonNode page = get(all + "&limit=2" + next);
      page.get("customers").forEach(row -> met.add(number(row)));
      next = page.get("next_cursor").isNull() ? "" : "&cursor=" + page.get("next_cursor").asText();
    } while (!next.isEmpty());
    assertThat(met).hasSize(6).containsExactlyElementsOf(keys(all));
  }

  @Test
  void anAnalystSeesNoPhoneNoNameAndNoNumbersInTexts() {
    String analyst = TestApi.token("analyst");
    String customers = season.api().get("/api/marketing/funnel/customers", analyst).body();
    assertThat(customers).contains("62812****011").doesNotContain("628120000011", "Siti");
    assertThat(season.api().get("/api/marketing/questions/q1", analyst).body())
        .contains("harga? wa ***")
        .doesNotContain("0811 2000");
    assertThat(season.api().get("/api/marketing/questions/q1", ADMIN).body()).contains("0811 2000");
  }

  @Test
  void dropOffsAndFollowUpsTellWhomToWriteTo() {
    assertThat(get("/api/marketing/drop-offs").get("drop_offs")).hasSize(2);
    assertThat(
            get("/api/marketing/drop-offs?state=returned").at("/drop_offs/0/last_topic").asText())
        .isEqualTo("visa");
    JsonNode followUps =
        TestApi.json(
            season.api().get("/api/marketing/drop-offs/follow-ups", TestApi.token("sales_admin")));
    assertThat(followUps.get("follow_ups")).hasSize(1);
    assertThat(followUps.at("/follow_ups/0/phone").asText()).isEqualTo("628120000044");
    assertThat(get("/api/marketing/drop-offs/follow-ups?campaign=UMR_B").get("follow_ups"))
        .isEmpty();
  }

  @Test
  void cohortsTellWhatCameWithinSomeDays() {
    JsonNode cohort = get("/api/marketing/cohorts?by=day&step=interest").at("/cohorts/0");
    assertThat(cohort.get("cohort").asText()).isEqualTo(Season.TODAY.minusDays(1).toString());
    assertThat(cohort.get("leads").asInt()).isEqualTo(6);
    assertThat(cohort.get("within_30_days").isNull()).as("there is still time").isTrue();
  }

  @Test
  void aCampaignIsToldByDayAndByAd() {
    JsonNode day = get("/api/marketing/campaigns/umr_a/days").at("/days/0");
    assertThat(day.get("clicks").asInt()).isEqualTo(400);
    assertThat(day.get("bookings").asInt()).isEqualTo(2);
    assertThat(day.get("roi").asDouble()).isEqualTo(2);
    assertThat(day.get("cost_per_booking").asDouble()).isEqualTo(1_500_000);
    JsonNode ads = get("/api/marketing/campaigns/UMR_A/days?by=ad&sort=-spend").get("days");
    assertThat(ads.findValuesAsText("ad")).containsExactly("ad1", "");
  }

  @Test
  void questionsAndSuggestionsTellWhatToAnswerBetter() {
    JsonNode questions = get("/api/marketing/questions");
    assertThat(questions.get("questions").findValuesAsText("frequency")).containsExactly("5", "3");
    JsonNode merged = get("/api/marketing/questions/q9?success=no");
    assertThat(merged.get("cluster_id").asText()).isEqualTo("q1");
    assertThat(merged.at("/merged_from/0").asText()).isEqualTo("q9");
    assertThat(merged.get("members").findValuesAsText("question_id")).containsExactly("m5");
    assertThat(get("/api/ai/faq-suggestions").get("suggestions").findValuesAsText("cluster_id"))
        .containsExactly("q2");
    assertThat(season.api().get("/api/marketing/questions/nothing", ADMIN).statusCode())
        .isEqualTo(404);
  }

  @Test
  void anExperimentIsJudged() {
    JsonNode result = get("/api/marketing/experiments/greeting/results?goal=interest");
    assertThat(result.get("control").asText()).isEqualTo("control");
    assertThat(result.get("arms").findValuesAsText("conversions")).containsExactly("2", "1");
    assertThat(result.at("/arms/1/uplift").asDouble()).isEqualTo(-0.5);
    assertThat(result.at("/sample_ratio/p_value").asDouble()).isEqualTo(1);
    assertThat(
            get("/api/marketing/experiments/greeting/results?weights=control%3A9999,warm%3A1")
                .at("/sample_ratio/ok")
                .asBoolean())
        .isFalse();
    assertThat(season.api().get("/api/marketing/experiments/none/results", ADMIN).statusCode())
        .isEqualTo(404);
  }

  @Test
  void theAiIsToldByHourDayAndPrompt() {
    JsonNode day = get("/api/ai/performance");
    assertThat(day.at("/series/0/bucket").asText()).isEqualTo(Season.TODAY.minusDays(1).toString());
    assertThat(day.at("/series/0/response_seconds_mean").asDouble()).isEqualTo(3);
    assertThat(day.at("/series/0/success_rate").asDouble()).isEqualTo(0.75);
    assertThat(day.get("by_prompt_version").findValuesAsText("bucket")).containsExactly("p1", "p2");
    assertThat(day.at("/calibration/1/success_rate").asDouble()).isEqualTo(1);
    assertThat(day.at("/series/0/escalations_by_reason")).hasToString("{\"ANGER\":1}");
    assertThat(day.at("/escalations/0/reason").asText()).isEqualTo("ANGER");
    assertThat(get("/api/ai/performance?by=hour").at("/series/0/bucket").asText())
        .endsWith("T05:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/marketing/funnel, step",
    "/api/marketing/funnel?breakdown=day, value",
    "/api/marketing/funnel/customers, customer_key",
    "/api/marketing/cohorts, cohort",
    "/api/marketing/drop-offs, customer_key",
    "/api/marketing/drop-offs/follow-ups, customer_key",
    "/api/marketing/campaigns/UMR_A/days, first_day",
    "/api/marketing/questions, cluster_id",
    "/api/marketing/questions/q1, question_id",
    "/api/marketing/experiments/greeting/results, variant",
    "/api/ai/faq-suggestions, cluster_id",
    "/api/ai/performance, bucket"
  })
  void everythingIsExportedAsCsv(String path, String firstColumn) {
    String asked = path + (path.contains("?") ? "&" : "?") + "format=csv";
    HttpResponse<String> response = season.api().get(asked, ADMIN);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
    assertThat(response.body()).startsWith(firstColumn + ",");
    assertThat(response.body().lines().count()).isGreaterThan(1);
    assertThat(
            season
                .api()
                .send(
                    "GET",
                    path,
                    null,
                    Map.of("Authorization", "Bearer " + ADMIN, "Accept", "text/csv"))
                .body())
        .isEqualTo(response.body());
  }

  @ParameterizedTest
  @CsvSource({
    "/api/marketing/funnel?breakdown=weather, breakdown",
    "/api/marketing/funnel?window_days=0, window_days",
    "/api/marketing/funnel/customers?sort=phone, sort",
    "/api/marketing/funnel/customers?cursor=xx, cursor",
    "/api/marketing/funnel/customers?breakdown=day, value",
    "/api/marketing/funnel/customers?limit=1000, limit",
    "/api/marketing/drop-offs?phase=PAID, phase",
    "/api/marketing/cohorts?by=year, by",
    "/api/marketing/experiments/greeting/results?weights=x, weights",
    "/api/marketing/experiments/greeting/results?control=x, control",
    "/api/ai/performance?by=minute, by",
    "/api/marketing/questions?format=xml, format"
  })
  void aBadParameterIsNamed(String path, String field) {
    HttpResponse<String> response = season.api().get(path, ADMIN);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    Contract.holds(Method.GET, response);
    assertThat(TestApi.json(response).at("/errors/0/field").asText()).isEqualTo(field);
  }

  private static void event(
      RealClickHouse tables, int customer, int seq, String type, String payload) {
    tables.run(
        "rihla",
        """
        INSERT INTO events FORMAT JSONEachRow
        {"event_id":"d%1$d_%3$d","event_type":"%4$s","event_time":%2$d,"customer_key":"%5$s","conversation_id":"%6$s",\
        "seq":%3$d,"payload":%7$s}"""
            .formatted(
                customer,
                Season.NOON.toEpochMilli() + seq,
                seq,
                type,
                Season.key(customer),
                Season.conversation(customer),
                payload));
  }

  private static List<Integer> keys(String path) {
    List<Integer> keys = new ArrayList<>();
    get(path).get("customers").forEach(row -> keys.add(number(row)));
    return keys;
  }

  private static int number(JsonNode row) {
    return Integer.parseInt(row.get("customer_key").asText().substring(2), 16);
  }

  private static JsonNode get(String path) {
    return season.get(path);
  }
}
