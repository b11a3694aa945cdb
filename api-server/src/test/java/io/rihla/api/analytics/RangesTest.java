package io.rihla.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.testing.RealClickHouse;
import io.rihla.api.testing.Season;
import io.rihla.api.testing.SeasonServer;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is at the edges of a range, or moves over them when it is corrected. */
class RangesTest {
  private static final LocalDate YESTERDAY = Season.TODAY.minusDays(1);
  private static final LocalDate LONG_AGO = Season.TODAY.minusDays(100);
  private static final LocalDate LONGER_AGO = Season.TODAY.minusDays(200);
  private static SeasonServer season;

  @BeforeAll
  static void start() {
    season =
        new SeasonServer(
            tables -> {
              corrected(tables, 7, YESTERDAY, LONG_AGO);
              corrected(tables, 8, LONG_AGO, YESTERDAY);
              cameByAd(tables, 9, "ad-of-d");
              cameByAd(tables, 10, "ad-of-nobody");
            });
  }

  @AfterAll
  static void stop() {
    if (season != null) {
      season.close();
    }
  }

  @Test
  void aCorrectedDayCountsAndTheDayBeforeTheCorrectionDoesNot() {
    assertThat(leads(YESTERDAY)).as("six, and customer 8, without customer 7").isEqualTo(7);
    assertThat(leads(Season.TODAY.minusDays(120))).as("both").isEqualTo(8);
    assertThat(campaign(analytics(YESTERDAY, ""), "UMR_C").get("leads").asInt()).isEqualTo(1);
    assertThat(campaign(analytics(LONG_AGO, ""), "UMR_C").get("leads").asInt()).isEqualTo(2);
  }

  @Test
  void aCampaignsAiAndQuestionsAreTheSameOverFewAndManyDays() {
    JsonNode few = analytics(YESTERDAY, "&campaign=UMR_A");
    JsonNode many = analytics(Season.TODAY.minusDays(90), "&campaign=UMR_A");
    assertThat(few.at("/ai_performance/episodes").asInt()).isEqualTo(3);
    assertThat(few.get("ai_performance")).isEqualTo(many.get("ai_performance"));
    assertThat(question(few, "harga")).isEqualTo(question(many, "harga"));
  }

  @Test
  void whoCameByAnAdOfTheCampaignCounts() {
    JsonNode all = analytics(LONGER_AGO, "&campaign=UMR_D");
    assertThat(all.at("/conversion_metrics/total_leads").asInt()).isEqualTo(1);
    assertThat(all.at("/ai_performance/episodes").asInt()).isEqualTo(1);
    assertThat(campaign(all, "UMR_D").get("leads").asInt()).isEqualTo(1);
    JsonNode none = analytics(LONGER_AGO, "&campaign=UMR_NONE");
    assertThat(none.at("/conversion_metrics/total_leads").asInt()).isZero();
    assertThat(none.at("/ai_performance/episodes").asInt()).isZero();
  }

  @Test
  void theTrendLooksFurtherBackThanTheRange() {
    season
        .clickHouse()
        .run(
            "rihla",
            """
        INSERT INTO question_members (question_id, customer_key, conversation_id, journey, cluster_id, text, asked_at,
            language, topic, thought_id, answered, success, version)
        VALUES ('early', '%s', '%s', 1, 'q2', 'visanya?', fromUnixTimestamp64Milli(%d), 'ID', 'visa', 'early', 1, 1, 1),
            ('now', '%1$s', '%2$s', 1, 'q2', 'visanya??', fromUnixTimestamp64Milli(%4$d), 'ID', 'visa', 'now', 1, 1, 1)
        """
                .formatted(
                    Season.key(2),
                    Season.conversation(2),
                    Season.NOON.minus(Duration.ofDays(9)).toEpochMilli(),
                    Season.NOON.toEpochMilli()));
    JsonNode visa = question(analytics(YESTERDAY, "&campaign=UMR_A"), "visa");
    assertThat(visa.get("frequency").asInt()).isEqualTo(1);
    assertThat(visa.get("trend_value").asDouble()).as("one then, one now").isZero();
  }

  /** A journey of campaign UMR_C that opened on another day than was first written. */
  private static void corrected(
      RealClickHouse tables, int customer, LocalDate first, LocalDate then) {
    for (LocalDate day : new LocalDate[] {first, then}) {
      tables.run(
          "rihla",
          """
          INSERT INTO journeys (customer_key, conversation_id, journey, opened_at, cohort_day, source, first_campaign,
              first_via, first_touch_at, first_touch_day, phase, step, version)
          VALUES ('%s', '%s', 1, toDateTime64('%3$s 05:00:00', 3), '%3$s', 'code', 'UMR_C',
              'CODE', toDateTime64('%3$s 05:00:00', 3), '%3$s', 'LEADS', 'LEADS', %4$d)
          """
              .formatted(
                  Season.key(customer),
                  Season.conversation(customer),
                  day,
                  day.equals(first) ? 1 : 2));
    }
  }

  /** A journey, with an episode, that was first touched by an ad; one ad is of campaign UMR_D. */
  private static void cameByAd(RealClickHouse tables, int customer, String ad) {
    tables.run(
        "rihla",
        """
        INSERT INTO campaigns (campaign, package_code, name, source, ad_ids, active, updated_at, version)
        VALUES ('UMR_D', 'UMR_D', 'D', 'meta', ['another-ad', 'ad-of-d'], 1, now64(3), 1)
        """);
    tables.run(
        "rihla",
        """
        INSERT INTO journeys (customer_key, conversation_id, journey, opened_at, cohort_day, source, first_ad,
            first_via, first_touch_at, first_touch_day, phase, step, version)
        VALUES ('%1$s', '%2$s', 1, toDateTime64('%3$s 05:00:00', 3), '%3$s', 'meta', '%4$s',
            'AD', toDateTime64('%3$s 05:00:00', 3), '%3$s', 'LEADS', 'LEADS', 1)
        """
            .formatted(Season.key(customer), Season.conversation(customer), LONGER_AGO, ad));
    tables.run(
        "rihla",
        """
        INSERT INTO episodes (customer_key, conversation_id, first_seq, journey, started_at, last_message_at,
            messages_in, messages_out, ai_answers, successful, version)
        VALUES ('%1$s', '%2$s', 1, 1, toDateTime64('%3$s 05:00:00', 3), toDateTime64('%3$s 05:01:00', 3), 1, 1, 1, 1, 1)
        """
            .formatted(Season.key(customer), Season.conversation(customer), LONGER_AGO));
  }

  private static JsonNode campaign(JsonNode all, String code) {
    return all.get("campaign_performance").findParents("campaign_code").stream()
        .filter(one -> one.get("campaign_code").asText().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode question(JsonNode all, String begin) {
    return all.get("common_questions").findParents("question_pattern").stream()
        .filter(one -> one.get("question_pattern").asText().startsWith(begin))
        .findFirst()
        .orElseThrow();
  }

  private static int leads(LocalDate from) {
    return analytics(from, "").at("/conversion_metrics/total_leads").asInt();
  }

  private static JsonNode analytics(LocalDate from, String filter) {
    return season.get(
        "/api/marketing/analytics?from=%s&to=%s%s".formatted(from, Season.TODAY, filter));
  }
}
