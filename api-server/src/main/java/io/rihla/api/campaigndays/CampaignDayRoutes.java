package io.rihla.api.campaigndays;

import static io.rihla.api.listing.Column.number;
import static io.rihla.api.listing.Column.other;
import static io.rihla.api.listing.Column.text;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.analytics.AnalyticsParts;
import io.rihla.api.analytics.Scope;
import io.rihla.api.listing.Column;
import io.rihla.api.listing.Listing;
import io.rihla.api.listing.Lists;
import io.rihla.api.store.ListParameters;
import io.rihla.api.store.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code /api/marketing/campaigns/{code}/days}: what it cost and brought. */
public final class CampaignDayRoutes implements HttpService {
  /** Rows of a campaign by day, by ad, or by both: how the key is made. */
  private static final Map<String, String> KEYS =
      Map.of("DAY", "toString(day)", "AD", "ad_id", "DAY_AD", "concat(toString(day), '/', ad_id)");

  private static final String SQL =
      """
      SELECT
          %1$s AS row_key, toString(min(day)) AS first_day, toString(max(day)) AS last_day,
          %2$s AS ad, sum(clicks) AS clicks, sum(impressions) AS impressions,
          sum(leads) AS leads, sum(interest) AS interest, sum(bookings) AS bookings,
          sum(payments) AS payments,
          CAST(sumMap(spent), 'Map(String, Float64)') AS spend_by_currency,
          CAST(sumMap(earned), 'Map(String, Float64)') AS revenue_by_currency,
          bookings / nullIf(clicks, 0) AS conversion,
          if(length(spend_by_currency) > 1, NULL, arraySum(mapValues(spend_by_currency))) AS spend,
          if(length(revenue_by_currency) > 1, NULL, arraySum(mapValues(revenue_by_currency))) AS revenue,
          nullIf(spend, 0) / nullIf(leads, 0) AS cpl,
          nullIf(spend, 0) / nullIf(bookings, 0) AS cost_per_booking,
          length(arrayDistinct(arrayConcat(mapKeys(spend_by_currency), mapKeys(revenue_by_currency)))) < 2 AS comparable,
          if(comparable, revenue / nullIf(spend, 0), NULL) AS roas,
          if(comparable, (revenue - spend) / nullIf(spend, 0), NULL) AS roi
      FROM (
          SELECT day, ad AS ad_id, clicks, impressions, leads, interest, bookings, payments,
              spend AS spent, revenue AS earned
          FROM campaign_daily
          WHERE {where}
      )
      GROUP BY row_key
      """;

  private final AnalyticsParts parts;
  private final Lists lists;

  public CampaignDayRoutes(AnalyticsParts parts, Lists lists) {
    this.parts = parts;
    this.lists = lists;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/{code}/days", this::days);
  }

  private void days(ServerRequest request, ServerResponse response) {
    Function<String, Optional<String>> parameter = AnalyticsParts.parameters(request);
    Scope scope = parts.scope(request);
    String by = word(parameter, "by", KEYS.keySet()).orElse("DAY");
    String touch = word(parameter, "touch", Set.of("FIRST", "LAST")).orElse("FIRST");
    Where where =
        scope
            .daysOf("day")
            .and("touch = ?", touch)
            .and(
                "campaign = ?",
                request.path().pathParameters().get("code").toUpperCase(Locale.ROOT))
            .and(parameter.apply("ad"), "ad_id = ?");
    lists.send(request, response, listing(by), where);
  }

  private static Optional<String> word(
      Function<String, Optional<String>> parameter, String name, Set<String> words) {
    return parameter.apply(name).map(text -> ListParameters.oneOf(name, text, words));
  }

  private static Listing listing(String by) {
    List<Column> columns = new ArrayList<>(List.of(text("first_day"), text("last_day")));
    if (!by.equals("DAY")) {
      columns.add(text("ad"));
    }
    for (String name :
        List.of("clicks", "impressions", "leads", "interest", "bookings", "payments")) {
      columns.add(number(name));
    }
    for (String name :
        List.of("conversion", "spend", "revenue", "cpl", "cost_per_booking", "roas", "roi")) {
      columns.add(number(name));
    }
    columns.add(other("spend_by_currency"));
    columns.add(other("revenue_by_currency"));
    return new Listing(
        "days",
        "first_day",
        SQL.formatted(KEYS.get(by), by.equals("DAY") ? "''" : "any(ad_id)"),
        columns);
  }
}
