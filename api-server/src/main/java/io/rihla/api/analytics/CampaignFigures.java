package io.rihla.api.analytics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign by first touch. Money is told here while there is one currency, and by currency in any
 * case. Clicks and spend know no language and no prompt version: with these filters they are null.
 *
 * @param campaignCode null for ads that no campaign names
 * @param conversion bookings / clicks
 * @param cpl spend / leads
 * @param roas revenue / spend
 * @param roi (revenue - spend) / spend
 */
public record CampaignFigures(
    @Nullable String campaignCode,
    @Nullable Long clicks,
    @Nullable Long impressions,
    long conversations,
    long leads,
    long bookings,
    long payments,
    String conversion,
    @Nullable Double conversionValue,
    @Nullable String currency,
    @Nullable Double spend,
    @Nullable Double revenue,
    @Nullable Double cpl,
    @Nullable Double costPerBooking,
    @Nullable Double roas,
    @Nullable Double roi,
    List<Money> byCurrency) {

  /** Money of one currency. */
  public record Money(
      String currency,
      @Nullable Double spend,
      double revenue,
      @Nullable Double cpl,
      @Nullable Double costPerBooking,
      @Nullable Double roas,
      @Nullable Double roi) {
    static Money of(
        String currency, @Nullable Double spend, double revenue, long leads, long bookings) {
      double spent = spend == null ? 0 : spend;
      return new Money(
          currency,
          spend,
          revenue,
          spent == 0 ? null : Figures.ratio(spent, (double) leads),
          spent == 0 ? null : Figures.ratio(spent, (double) bookings),
          Figures.ratio(revenue, spent),
          Figures.ratio(revenue - spent, spent));
    }
  }

  /** The counts of a campaign before any ratio. */
  record Counts(
      @Nullable Long clicks,
      @Nullable Long impressions,
      long conversations,
      long leads,
      long bookings,
      long payments) {}

  static CampaignFigures of(String campaign, Counts counts, List<Money> money) {
    Long clicks = counts.clicks();
    Double conversion = clicks == null ? null : Figures.ratio(counts.bookings(), clicks);
    Money one = money.size() == 1 ? money.getFirst() : null;
    return new CampaignFigures(
        campaign.isEmpty() ? null : campaign,
        clicks,
        counts.impressions(),
        counts.conversations(),
        counts.leads(),
        counts.bookings(),
        counts.payments(),
        Figures.finePercent(conversion),
        conversion,
        one == null ? null : one.currency(),
        one == null ? null : one.spend(),
        one == null ? null : (Double) one.revenue(),
        one == null ? null : one.cpl(),
        one == null ? null : one.costPerBooking(),
        one == null ? null : one.roas(),
        one == null ? null : one.roi(),
        money);
  }
}
