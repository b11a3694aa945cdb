package io.rihla.api.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A small season in the tables, as the jobs would have written it: figures a person can check by
 * hand.
 *
 * <p>Campaign UMR_A: 400 clicks by Meta for Rp 3,000,000; four journeys (customers 1 to 4), of
 * which three reached INTEREST, two BOOKING and one paid Rp 9,000,000. Campaign UMR_B: three visits
 * of its link, one journey (5) without progress. Customer 6 came directly, in English. An ad that
 * no campaign names cost 10 dollars.
 */
public final class Season {
  public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  public static final LocalDate TODAY = LocalDate.ofInstant(Instant.now(), ZONE);

  /** Noon of yesterday: in the range by default, and over. */
  public static final Instant NOON = TODAY.minusDays(1).atTime(12, 0).atZone(ZONE).toInstant();

  private final RealClickHouse clickHouse;

  private Season(RealClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  public static void fill(RealClickHouse clickHouse) {
    Season season = new Season(clickHouse);
    season.journeys();
    season.costs();
    season.answers();
    season.dropOffs();
    season.questions();
  }

  public static String key(int customer) {
    return String.format(Locale.ROOT, "c_%024x", customer);
  }

  public static String conversation(int customer) {
    return String.format(Locale.ROOT, "conv_%016x", customer);
  }

  private void journeys() {
    journey(1, "UMR_A", "ID", "PAID", 9_000_000, "control");
    journey(2, "UMR_A", "ID", "BOOKING", 0, "warm");
    journey(3, "UMR_A", "ID", "INTEREST", 0, "control");
    journey(4, "UMR_A", "ID", "LEADS", 0, "warm");
    journey(5, "UMR_B", "ID", "LEADS", 0, "");
    journey(6, "", "EN", "INTEREST", 0, "");
  }

  private void journey(
      int customer, String campaign, String language, String step, long revenue, String variant) {
    int reached = java.util.List.of("LEADS", "INTEREST", "BOOKING", "PAID").indexOf(step);
    Instant opened = NOON.plusSeconds(customer);
    clickHouse.run(
        "rihla",
        """
        INSERT INTO journeys FORMAT JSONEachRow
        {"customer_key":"%s","conversation_id":"%s","journey":1,"opened_at":%d,"cohort_day":"%s",\
        "source":"%s","first_campaign":"%s","first_via":"%s","first_touch_at":%s,"first_touch_day":%s,\
        "last_campaign":"%s","last_touch_at":%s,"last_touch_day":%s,\
        "language":"%s","phase":"%s","step":"%s","interest_at":%s,"booking_at":%s,"paid_at":%s,\
        "prompt_version":"%s","variants":{%s},"exposed_at":{%s},"revenue":%d,"currency":"%s","version":1}"""
            .formatted(
                key(customer),
                conversation(customer),
                opened.toEpochMilli(),
                TODAY.minusDays(1),
                campaign.isEmpty() ? "direct" : "code",
                campaign,
                campaign.isEmpty() ? "" : "CODE",
                campaign.isEmpty() ? "null" : opened.toEpochMilli(),
                campaign.isEmpty() ? "null" : "\"" + TODAY.minusDays(1) + "\"",
                campaign,
                campaign.isEmpty() ? "null" : opened.toEpochMilli(),
                campaign.isEmpty() ? "null" : "\"" + TODAY.minusDays(1) + "\"",
                language,
                step.equals("PAID") ? "BOOKING" : step,
                step,
                at(reached >= 1, opened.plusSeconds(600)),
                at(reached >= 2, opened.plusSeconds(7_200)),
                at(reached >= 3, opened.plusSeconds(10_800)),
                customer <= 3 ? "p1" : "p2",
                variant.isEmpty() ? "" : "\"greeting\":\"" + variant + "\"",
                variant.isEmpty() ? "" : "\"greeting\":" + opened.toEpochMilli(),
                revenue,
                revenue > 0 ? "IDR" : ""));
  }

  private static String at(boolean reached, Instant time) {
    return reached ? Long.toString(time.toEpochMilli()) : "null";
  }

  private void costs() {
    run(
        """
        INSERT INTO campaigns (campaign, package_code, name, source, ad_ids, active, updated_at, version)
        VALUES ('UMR_A', 'UMR_A', 'A', 'meta', ['ad1'], 1, now64(3), 1), ('UMR_B', 'UMR_B', 'B', 'organic', [], 1, now64(3), 1)
        """);
    run(
        """
        INSERT INTO ad_insights (account_id, ad_id, day, spend, currency, link_clicks, impressions, imported_at, version)
        VALUES ('act', 'ad1', '%1$s', 3000000, 'IDR', 400, 9000, now64(3), 1), ('act', 'ad9', '%1$s', 10, 'USD', 7, 100, now64(3), 1)
        """
            .formatted(TODAY.minusDays(1)));
    for (int i = 0; i < 4; i++) {
      run(
          """
          INSERT INTO clicks (activity_id, campaign, clicked_at, day, bot, version)
          VALUES ('click%d', 'UMR_B', fromUnixTimestamp64Milli(%d), '%s', %d, 1)
          """
              .formatted(i, NOON.toEpochMilli(), TODAY.minusDays(1), i == 3 ? 1 : 0));
    }
  }

  private void answers() {
    // two answers in 2 s, one in 5 s: 3 seconds on average
    answer(1, 2_000, 0.95, "p1");
    answer(2, 2_000, 0.95, "p1");
    answer(6, 5_000, 0.45, "p2");
    episode(1, "[]", 1, "5", "p1", "ID");
    episode(2, "[]", 1, "4", "p1", "ID");
    episode(3, "[]", 1, "null", "p1", "ID");
    episode(6, "[\"ANGER\"]", 0, "null", "p2", "EN");
  }

  private void answer(int customer, long responseMillis, double confidence, String prompt) {
    run(
        """
        INSERT INTO ai_answers (customer_key, journey, thought_id, answered_at, response_ms, latency_ms,
            prompt_version, language, confidence, input_tokens, output_tokens, cost, episode_seq, version)
        VALUES ('%s', 1, 't%d', fromUnixTimestamp64Milli(%d), %d, 900, '%s', '%s', %s, 100, 20, 0.001, 1, 1)
        """
            .formatted(
                key(customer),
                customer,
                NOON.toEpochMilli() + customer,
                responseMillis,
                prompt,
                customer == 6 ? "EN" : "ID",
                confidence));
  }

  private void episode(
      int customer, String escalations, int successful, String rating, String prompt, String lang) {
    clickHouse.run(
        "rihla",
        """
        INSERT INTO episodes FORMAT JSONEachRow
        {"customer_key":"%s","conversation_id":"%s","first_seq":1,"journey":1,"started_at":%d,\
        "last_message_at":%d,"messages_in":2,"messages_out":2,"ai_answers":1,"escalations":%s,\
        "successful":%d,"rating":%s,"prompt_version":"%s","language":"%s","version":1}"""
            .formatted(
                key(customer),
                conversation(customer),
                NOON.toEpochMilli(),
                NOON.toEpochMilli() + 60_000,
                escalations,
                successful,
                rating,
                prompt,
                lang));
  }

  private void dropOffs() {
    run(
        """
        INSERT INTO drop_offs (customer_key, conversation_id, journey, phase, silent_since, dropped_at, ended_at, ended_by, last_topic, last_confidence, last_package, version)
        VALUES ('%1$s', '%2$s', 1, 'LEADS', fromUnixTimestamp64Milli(%5$d), fromUnixTimestamp64Milli(%6$d), NULL, '', 'price', 0.8, 'UMR_A', 1),
            ('%3$s', '%4$s', 1, 'INTEREST', fromUnixTimestamp64Milli(%5$d), fromUnixTimestamp64Milli(%6$d), now64(3), 'RETURNED', 'visa', 0.4, 'UMR_A', 1)
        """
            .formatted(
                key(4),
                conversation(4),
                key(3),
                conversation(3),
                NOON.minusSeconds(86_400).toEpochMilli(),
                NOON.toEpochMilli()));
  }

  private void questions() {
    run(
        """
        INSERT INTO question_clusters (cluster_id, label, examples, first_at, updated_at, version)
        VALUES ('q1', 'harga paket berapa', ['harga paket berapa', 'brp harganya kak'], now64(3), now64(3), 1),
            ('q2', 'visa diurus siapa', ['visa diurus siapa'], now64(3), now64(3), 1)
        """);
    run(
        """
        INSERT INTO question_merges (from_id, into_id, merged_at, version)
        VALUES ('q9', 'q1', now64(3), 1), ('q1', 'q1', now64(3), 1), ('q2', 'q2', now64(3), 1)
        """);
    // five about the price, of which four went well; three about the visa, none did
    for (int i = 1; i <= 8; i++) {
      String cluster = i > 5 ? "q2" : i == 5 ? "q9" : "q1";
      run(
          """
          INSERT INTO question_members (question_id, customer_key, conversation_id, journey, cluster_id, text, asked_at,
              language, topic, thought_id, answered, success, version)
          VALUES ('m%1$d', '%2$s', '%3$s', 1, '%4$s', 'harga? wa 0811 2000 00%1$d', fromUnixTimestamp64Milli(%5$d), '%6$s', 'price', 't%1$d', 1, %7$d, 1)
          """
              .formatted(
                  i,
                  key(i),
                  conversation(i),
                  cluster,
                  NOON.toEpochMilli(),
                  i == 6 ? "EN" : "ID",
                  i <= 4 ? 1 : 0));
    }
  }

  private void run(String sql) {
    clickHouse.run("rihla", sql);
  }
}
