package io.rihla.api.analytics;

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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What campaigns cost and brought in a range of days. */
final class CampaignStore {
  /** What Meta reports; a campaign with any report of its ads, of any day, is one it counts. */
  private static final String REPORTS =
      """
      WITH (SELECT (groupArray(ad_id), groupArray(campaign)) FROM campaign_ads) AS ads
      SELECT
          transform(ad_id, ads.1, ads.2, '') AS code, toString(currency) AS spent_in,
          toInt64(countIf(within)) AS days, toInt64(sumIf(link_clicks, within)) AS clicked,
          toInt64(sumIf(impressions, within)) AS shown,
          toString(toFloat64(sumIf(spend, within))) AS spent
      FROM (SELECT *, day BETWEEN toDate(?) AND toDate(?) AS within FROM ad_insights FINAL)
      GROUP BY code, spent_in
      """;

  private static final String VISITS =
      """
      SELECT toString(campaign) AS code, toInt64(count()) AS visits
      FROM figure_clicks FINAL
      WHERE %s
      GROUP BY campaign
      """;

  private final ClickHouse clickHouse;

  CampaignStore(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  /** What a campaign cost, as {@code campaign_costs} says it; currency to money. */
  record Costs(long clicks, long impressions, Map<String, Double> spend) {
    Costs plus(Report report) {
      Map<String, Double> all = new TreeMap<>(spend);
      all.put(report.currency(), report.spend());
      return new Costs(clicks + report.clicks(), impressions + report.impressions(), all);
    }
  }

  private record Report(
      String code, String currency, long days, long clicks, long impressions, double spend) {}

  private record Visits(String code, long count) {}

  /** Nothing where only some journeys are asked for: clicks and spend know nothing of these. */
  Map<String, Costs> costs(Scope scope) throws StoreUnavailable {
    Map<String, Costs> costs = new HashMap<>();
    if (scope.isOfSomeJourneys()) {
      return costs;
    }
    List<Report> reports =
        clickHouse.query(
            REPORTS,
            CampaignStore::report,
            scope.days().from().toString(),
            scope.days().to().toString());
    Set<String> counted = reports.stream().map(Report::code).collect(Collectors.toSet());
    for (Report report : reports) {
      if (report.days() > 0 && scope.campaign().filter(c -> !c.equals(report.code())).isEmpty()) {
        costs.put(
            report.code(),
            costs.getOrDefault(report.code(), new Costs(0, 0, Map.of())).plus(report));
      }
    }
    Where where = scope.daysOf("day").and("campaign != ''").and(scope.campaign(), "campaign = ?");
    clickHouse
        .query(
            VISITS.formatted(where.sql()),
            row -> new Visits(row.text("code"), row.number("visits")),
            where.values())
        .stream()
        .filter(visits -> !counted.contains(visits.code()))
        .forEach(visits -> costs.put(visits.code(), new Costs(visits.count(), 0, Map.of())));
    return costs;
  }

  /** Who brought most bookings first. */
  static List<CampaignFigures> figures(
      Scope scope, Map<String, Costs> costs, Map<String, JourneyStore.Earned> earned) {
    Set<String> campaigns = new TreeSet<>(costs.keySet());
    campaigns.addAll(earned.keySet());
    return campaigns.stream()
        .map(
            code ->
                figures(
                    code,
                    scope,
                    costs.get(code),
                    earned.getOrDefault(code, JourneyStore.Earned.NOTHING)))
        .sorted(
            Comparator.comparingLong(CampaignFigures::bookings)
                .thenComparingLong(CampaignFigures::leads)
                .reversed())
        .toList();
  }

  private static CampaignFigures figures(
      String code, Scope scope, @Nullable Costs costs, JourneyStore.Earned earned) {
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
      currencies.addAll(costs.spend().keySet());
    }
    List<CampaignFigures.Money> money = new ArrayList<>();
    for (String currency : currencies) {
      Double spend =
          told ? (Double) (costs == null ? 0 : costs.spend().getOrDefault(currency, 0.0)) : null;
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

  private static Report report(Row row) {
    return new Report(
        row.text("code"),
        row.text("spent_in"),
        row.number("days"),
        row.number("clicked"),
        row.number("shown"),
        Double.parseDouble(row.text("spent")));
  }
}
