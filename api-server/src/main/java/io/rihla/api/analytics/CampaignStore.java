package io.rihla.api.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.problem.Json;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import io.rihla.api.store.Where;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What campaigns cost and brought in a range of days. */
final class CampaignStore {
  private static final String COSTS =
      """
      SELECT
          campaign AS code, toInt64(sum(clicks)) AS clicked, toInt64(sum(impressions)) AS shown,
          toJSONString(CAST(sumMap(spend), 'Map(String, Float64)')) AS spent
      FROM campaign_costs
      WHERE %s
      GROUP BY campaign
      """;

  /** As attributed_journeys says it, but ads are looked up only for the journeys of the range. */
  private static final String JOURNEYS =
      """
      WITH (SELECT (groupArray(ad_id), groupArray(campaign)) FROM campaign_ads) AS ads
      SELECT
          if(first_campaign != '', toString(first_campaign), transform(first_ad, ads.1, ads.2, '')) AS campaign,
          toInt64(uniqExact(customer_key)) AS conversations, toInt64(count()) AS leads,
          toInt64(countIf(booking_at IS NOT NULL)) AS bookings,
          toInt64(countIf(paid_at IS NOT NULL)) AS payments,
          toJSONString(CAST(sumMapIf(map(toString(currency), revenue), currency != ''), 'Map(String, Float64)')) AS earned
      FROM journeys FINAL
      WHERE %s
      GROUP BY campaign
      """;

  private final ClickHouse clickHouse;

  CampaignStore(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  private record Costs(long clicks, long impressions, JsonNode spend) {}

  private record Earned(
      long conversations, long leads, long bookings, long payments, JsonNode revenue) {}

  private static final Earned NOTHING = new Earned(0, 0, 0, 0, Json.parse("{}"));

  List<CampaignFigures> read(Scope scope) throws StoreUnavailable {
    Map<String, Costs> costs = new HashMap<>();
    if (!scope.isOfSomeJourneys()) {
      Where where = scope.daysOf("day").and(scope.campaign(), "campaign = ?");
      clickHouse
          .query(
              COSTS.formatted(where.sql()),
              row -> Map.entry(row.text("code"), costs(row)),
              where.values())
          .forEach(entry -> costs.put(entry.getKey(), entry.getValue()));
    }
    Map<String, Earned> earned = new HashMap<>();
    Where where = scope.daysOf("first_touch_day").and(scope.journeys());
    clickHouse
        .query(
            JOURNEYS.formatted(where.sql()),
            row -> Map.entry(row.text("campaign"), earned(row)),
            where.values())
        .forEach(entry -> earned.put(entry.getKey(), entry.getValue()));
    Set<String> campaigns = new TreeSet<>(costs.keySet());
    campaigns.addAll(earned.keySet());
    return campaigns.stream()
        .map(code -> figures(code, scope, costs.get(code), earned.getOrDefault(code, NOTHING)))
        .sorted(
            Comparator.comparingLong(CampaignFigures::bookings)
                .thenComparingLong(CampaignFigures::leads)
                .reversed())
        .toList();
  }

  private static CampaignFigures figures(
      String code, Scope scope, @Nullable Costs costs, Earned earned) {
    boolean told = !scope.isOfSomeJourneys();
    CampaignFigures.Counts counts =
        new CampaignFigures.Counts(
            told ? (Long) (costs == null ? 0L : costs.clicks()) : null,
            told ? (Long) (costs == null ? 0L : costs.impressions()) : null,
            earned.conversations(),
            earned.leads(),
            earned.bookings(),
            earned.payments());
    Set<String> currencies = new TreeSet<>();
    earned.revenue().fieldNames().forEachRemaining(currencies::add);
    if (costs != null) {
      costs.spend().fieldNames().forEachRemaining(currencies::add);
    }
    List<CampaignFigures.Money> money = new ArrayList<>();
    for (String currency : currencies) {
      Double spend =
          told ? (Double) (costs == null ? 0 : costs.spend().path(currency).asDouble()) : null;
      money.add(
          CampaignFigures.Money.of(
              currency,
              spend,
              earned.revenue().path(currency).asDouble(),
              earned.leads(),
              earned.bookings()));
    }
    return CampaignFigures.of(code, counts, money);
  }

  private static Costs costs(Row row) {
    return new Costs(row.number("clicked"), row.number("shown"), row.json("spent"));
  }

  private static Earned earned(Row row) {
    return new Earned(
        row.number("conversations"),
        row.number("leads"),
        row.number("bookings"),
        row.number("payments"),
        row.json("earned"));
  }
}
