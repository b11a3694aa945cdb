package io.rihla.api.funnel;

import static io.rihla.api.listing.Column.number;
import static io.rihla.api.listing.Column.text;
import static io.rihla.api.listing.Column.time;

import io.rihla.api.listing.Column;
import io.rihla.api.listing.Listing;
import java.util.ArrayList;
import java.util.List;

/** The lists beside the funnel. */
final class FunnelLists {
  /** The journeys behind a number. */
  static final Listing CUSTOMERS =
      new Listing(
          "customers",
          "-opened_at",
          """
          SELECT
              customer_key, conversation_id, journey, campaign, toString(source) AS source,
              toString(language) AS language, toString(package_code) AS package_code,
              toString(step) AS step, opened_at, interest_at, booking_at, paid_at, closed_at,
              toString(outcome) AS outcome, revenue, toString(currency) AS currency,
              toString(prompt_version) AS prompt_version,
              concat(customer_key, '/', toString(journey)) AS row_key
          FROM attributed_journeys
          WHERE {where}
          """,
          List.of(
              text("customer_key"),
              text("conversation_id"),
              number("journey"),
              text("campaign"),
              text("source"),
              text("language"),
              text("package_code"),
              text("step"),
              time("opened_at"),
              time("interest_at"),
              time("booking_at"),
              time("paid_at"),
              time("closed_at"),
              text("outcome"),
              number("revenue"),
              text("currency"),
              text("prompt_version")));

  private static final String COHORTS =
      """
      SELECT
          toString(%1$s) AS cohort, count() AS leads,
          countIf(interest_at IS NOT NULL) AS interest, countIf(booking_at IS NOT NULL) AS booking,
          countIf(paid_at IS NOT NULL) AS paid,
          %2$s,
          cohort AS row_key
      FROM attributed_journeys
      WHERE {where}
      GROUP BY cohort
      """;

  private static final List<Integer> DAYS = List.of(1, 3, 7, 14, 30, 60);

  private FunnelLists() {}

  /**
   * Journeys by the day, week or month they opened in, and how many reached a step within some
   * days; null while some of them still have time.
   */
  static Listing cohorts(Step step, String start) {
    String within =
        DAYS.stream()
            .map(
                days ->
                    """
                    if(max(opened_at) + INTERVAL %1$d DAY > now64(3), NULL,
                        countIf(ifNull(%2$s <= opened_at + INTERVAL %1$d DAY, 0))) AS within_%1$d_days"""
                        .formatted(days, step.column()))
            .reduce((a, b) -> a + ",\n    " + b)
            .orElseThrow();
    List<Column> columns =
        new ArrayList<>(
            List.of(
                text("cohort"),
                number("leads"),
                number("interest"),
                number("booking"),
                number("paid")));
    DAYS.forEach(days -> columns.add(number("within_" + days + "_days")));
    return new Listing("cohorts", "cohort", COHORTS.formatted(start, within), columns);
  }
}
