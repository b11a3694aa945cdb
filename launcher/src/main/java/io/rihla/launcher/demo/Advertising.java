package io.rihla.launcher.demo;

import io.rihla.schemas.ads.AdInsight;
import io.rihla.schemas.ads.AdsActivity;
import io.rihla.schemas.ads.Click;
import io.rihla.schemas.campaigns.Campaign;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The campaigns and what they cost: reports of each ad and day, some corrected later, some imported
 * twice, and clicks on campaign links, some by bots.
 */
final class Advertising {
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;
  private static final double RUPIAH_PER_DOLLAR = 16_000;

  private final Season season;
  private final Ledger ledger;
  private final Log log;
  private final Dice dice;
  private long clicks;

  Advertising(Season season, Ledger ledger, Log log) {
    this.season = season;
    this.ledger = ledger;
    this.log = log;
    this.dice = new Dice(season.seed(), -3);
  }

  void run() {
    Market.CAMPAIGNS.forEach(campaign -> log.campaign(record(campaign)));
    LocalDate last = season.day(season.endMillis());
    for (LocalDate day = season.day(season.startMillis());
        !day.isAfter(last);
        day = day.plusDays(1)) {
      for (DemoCampaign campaign : Market.CAMPAIGNS) {
        for (String ad : campaign.ads()) {
          report(
              day,
              campaign.code(),
              ad,
              campaign.currency(),
              campaign.weight() / campaign.ads().size());
        }
        links(day, campaign);
      }
      report(day, "", Market.UNMAPPED_AD, "IDR", 0.3);
      click(day, null, false);
    }
  }

  private Campaign record(DemoCampaign campaign) {
    return new Campaign(
        campaign.code(),
        campaign.code(),
        campaign.name(),
        campaign.source(),
        campaign.ads(),
        null,
        true,
        season.startMillis(),
        "demo",
        season.session());
  }

  /** What Meta says about an ad and a day; the first report is often too low. */
  private void report(LocalDate day, String campaign, String ad, String currency, double weight) {
    double customers = (double) season.customers() / season.days() * weight / 17;
    long linkClicks = Math.round(customers * (2.2 + dice.real()) + dice.between(0, 12));
    double rupiah = linkClicks * (2_200.0 + dice.between(0, 1_500));
    boolean dollars = currency.equals("USD");
    long cents = dollars ? Math.round(rupiah * 100 / RUPIAH_PER_DOLLAR) : Math.round(rupiah) * 100;
    long firstImport =
        season.startMillis() / DAY * DAY
            + 30 * HOUR
            + DAY * (day.toEpochDay() - season.day(season.startMillis()).toEpochDay());
    boolean corrected = dice.chance(0.3);
    if (corrected) {
      insight(day, ad, currency, cents * 8 / 10, linkClicks * 8 / 10, firstImport);
    }
    insight(day, ad, currency, cents, linkClicks, corrected ? firstImport + 2 * DAY : firstImport);
    ledger.advertised(day.toString(), campaign, ad, linkClicks, currency, cents);
  }

  private void insight(
      LocalDate day, String ad, String currency, long cents, long linkClicks, long imported) {
    String account = currency.equals("USD") ? Market.DOLLAR_ACCOUNT : Market.ACCOUNT;
    long at = Math.min(imported, season.endMillis());
    AdsActivity activity =
        new AdsActivity(
            "insight_%s_%s_%s_%d".formatted(season.session(), ad, day, imported),
            at,
            at,
            null,
            ad,
            new AdInsight(
                account,
                ad,
                day.toString(),
                BigDecimal.valueOf(cents, 2).toPlainString(),
                currency,
                linkClicks,
                linkClicks * 40,
                at,
                "Iklan " + ad.substring(ad.length() - 2),
                "Musim umroh"));
    log.ads(activity);
    if (dice.chance(0.05)) {
      log.ads(activity);
    }
  }

  /** Clicks count only for campaigns without ads; people follow the other links just the same. */
  private void links(LocalDate day, DemoCampaign campaign) {
    double daily = (double) season.customers() / season.days() * campaign.weight() / 17;
    long people = Math.round(daily * (campaign.ads().isEmpty() ? 2.5 : 0.4)) + dice.between(0, 3);
    for (long i = 0; i < people; i++) {
      click(day, campaign.code(), false);
    }
    for (int bots = dice.between(0, 4); bots > 0; bots--) {
      click(day, campaign.code(), true);
    }
    if (campaign.ads().isEmpty()) {
      ledger.advertised(day.toString(), campaign.code(), "", people, "", 0);
    }
  }

  private void click(LocalDate day, @Nullable String code, boolean bot) {
    long begin = day.atStartOfDay(season.zone()).toInstant().toEpochMilli();
    long at = begin + dice.between(0L, DAY - 1);
    clicks++;
    AdsActivity activity =
        new AdsActivity(
            "click_%s_%d".formatted(season.session(), clicks),
            at,
            at,
            code,
            null,
            new Click(
                bot ? null : "https://www.instagram.com/",
                bot ? "facebookexternalhit/1.1" : "Mozilla/5.0 (Linux; Android 14)",
                bot));
    log.ads(activity);
    if (dice.chance(0.01)) {
      log.ads(activity);
    }
  }
}
