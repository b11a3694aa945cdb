package io.rihla.api.spend;

import static io.rihla.api.listing.Column.number;
import static io.rihla.api.listing.Column.other;
import static io.rihla.api.listing.Column.text;
import static io.rihla.api.listing.Column.time;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.analytics.AnalyticsParts;
import io.rihla.api.listing.Listing;
import io.rihla.api.listing.Lists;
import io.rihla.api.store.Where;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** {@code GET /api/marketing/ad-spend}: what was imported, as the figures count it. */
public final class SpendLists implements HttpService {
  private static final Listing AD_SPEND =
      new Listing(
          "ad_spend",
          "-day",
          """
          SELECT
              account_id, ad_id, ad_name, meta_campaign, toString(day) AS day,
              toFloat64(spend) AS amount, toString(currency) AS currency, link_clicks, impressions,
              if(mapped.campaign = '', 'unmapped', mapped.campaign) AS campaign, imported_at,
              concat(account_id, '/', ad_id, '/', toString(day)) AS row_key
          FROM (SELECT * FROM ad_insights FINAL) AS imported
          LEFT ANY JOIN campaign_ads AS mapped ON mapped.ad_id = imported.ad_id
          WHERE {where}
          """,
          List.of(
              text("account_id"),
              text("ad_id"),
              other("ad_name"),
              other("meta_campaign"),
              text("day"),
              number("amount"),
              text("currency"),
              number("link_clicks"),
              number("impressions"),
              text("campaign"),
              time("imported_at")));

  private final AnalyticsParts parts;
  private final Lists lists;

  public SpendLists(AnalyticsParts parts, Lists lists) {
    this.parts = parts;
    this.lists = lists;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::list);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Function<String, Optional<String>> parameter = AnalyticsParts.parameters(request);
    Where where =
        parts
            .scope(request)
            .daysOf("imported.day")
            .and(parameter.apply("account"), "account_id = ?")
            .and(parameter.apply("ad"), "imported.ad_id = ?");
    parameter
        .apply("campaign")
        .ifPresent(
            code ->
                where.and(
                    "mapped.campaign = ?",
                    code.equalsIgnoreCase("unmapped") ? "" : code.toUpperCase(Locale.ROOT)));
    lists.send(request, response, AD_SPEND, where);
  }
}
