package io.rihla.api.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.problem.Json;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import io.rihla.api.store.Where;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far the journeys came that opened in a range of days, and those first touched in it. */
final class JourneyStore {
  /**
   * Both in one pass. A journey's days may be corrected, so a row is chosen by them only after its
   * versions were compared; ads are looked up only for the journeys of the range.
   */
  private static final String JOURNEYS =
      """
      WITH (SELECT (groupArray(ad_id), groupArray(campaign)) FROM campaign_ads) AS ads
      SELECT
          campaign, opened, opened_interest, opened_booking, opened_paid,
          conversations, leads, bookings, payments,
          toJSONString(CAST(mapFromArrays(
              arrayDistinct(payments_in.currency) AS currencies,
              arrayMap(one -> arraySum((currency, sum) -> if(currency = one, sum, 0), payments_in.currency, payments_in.revenue), currencies)),
              'Map(String, Float64)')) AS earned
      FROM
      (
          SELECT
              if(first_campaign != '', toString(first_campaign), transform(toString(first_ad), ads.1, ads.2, '')) AS campaign,
              toInt64(countIf(in_cohort)) AS opened,
              toInt64(countIf(in_cohort AND interest)) AS opened_interest,
              toInt64(countIf(in_cohort AND booking)) AS opened_booking,
              toInt64(countIf(in_cohort AND paid)) AS opened_paid,
              toInt64(uniqExactIf(customer, touched)) AS conversations,
              toInt64(countIf(touched)) AS leads,
              toInt64(countIf(touched AND booking)) AS bookings,
              toInt64(countIf(touched AND paid)) AS payments,
              groupArrayIf(tuple(toString(currency), revenue)::Tuple(currency String, revenue Int64), touched AND currency != '') AS payments_in
          FROM
          (
              SELECT
                  *,
                  cohort_day BETWEEN toDate(?) AND toDate(?) AS in_cohort,
                  touch_day BETWEEN toDate(?) AND toDate(?) AS touched
              FROM figure_journeys FINAL
              WHERE (in_cohort OR touched) AND %s
          )
          GROUP BY campaign
      )
      """;

  private final ClickHouse clickHouse;

  JourneyStore(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  /** What the journeys brought that were first touched by a campaign. */
  record Earned(long conversations, long leads, long bookings, long payments, JsonNode revenue) {
    static final Earned NOTHING = new Earned(0, 0, 0, 0, Json.parse("{}"));
  }

  /** The cohort, and what campaigns brought in the same days. */
  record Journeys(Analytics.Conversion conversion, Map<String, Earned> campaigns) {}

  private record Opened(long leads, long interest, long booking, long paid) {
    static final Opened NONE = new Opened(0, 0, 0, 0);

    Opened plus(Opened other) {
      return new Opened(
          leads + other.leads,
          interest + other.interest,
          booking + other.booking,
          paid + other.paid);
    }
  }

  private record Part(String campaign, Opened opened, Earned earned) {}

  Journeys read(NarrowScope scope) throws StoreUnavailable {
    String from = scope.days().from().toString();
    String to = scope.days().to().toString();
    Where where = scope.journeys();
    List<Part> parts =
        clickHouse.query(
            JOURNEYS.formatted(where.sql()),
            JourneyStore::part,
            where.valuesAfter(from, to, from, to));
    Opened all = parts.stream().map(Part::opened).reduce(Opened.NONE, Opened::plus);
    Map<String, Earned> campaigns = new HashMap<>();
    parts.stream()
        .filter(part -> part.earned().leads() > 0)
        .forEach(part -> campaigns.put(part.campaign(), part.earned()));
    return new Journeys(
        Analytics.Conversion.of(all.leads(), all.interest(), all.booking(), all.paid()), campaigns);
  }

  private static Part part(Row row) {
    return new Part(
        row.text("campaign"),
        new Opened(
            row.number("opened"),
            row.number("opened_interest"),
            row.number("opened_booking"),
            row.number("opened_paid")),
        new Earned(
            row.number("conversations"),
            row.number("leads"),
            row.number("bookings"),
            row.number("payments"),
            row.json("earned")));
  }
}
