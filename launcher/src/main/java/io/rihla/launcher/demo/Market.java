package io.rihla.launcher.demo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The campaigns that run, for packages of the demo catalog, and the ads nobody mapped. */
final class Market {
  /** An ad that runs and belongs to no campaign: its spend is listed, not lost. */
  static final String UNMAPPED_AD = "120299000000000099";

  static final String ACCOUNT = "act_demo_idr";
  static final String DOLLAR_ACCOUNT = "act_demo_usd";

  static final List<DemoCampaign> CAMPAIGNS =
      List.of(
          campaign(
              "UMR_MAR_2027_HEMAT", "Hemat Maret", "meta", 5, 1.1, "IDR", 5_000_000, "11", "12"),
          campaign(
              "UMR_DES_2026_REGULER",
              "Reguler akhir tahun",
              "meta",
              3,
              1.0,
              "IDR",
              5_000_000,
              "21"),
          campaign(
              "UMR_FEB_2027_RAMADHAN",
              "Ramadhan",
              "meta",
              4,
              1.3,
              "IDR",
              10_000_000,
              "31",
              "32",
              "33"),
          campaign("UMR_JAN_2027_VIP", "VIP Januari", "meta", 1, 0.8, "USD", 950, "41"),
          campaign("UMR_APR_2027_REGULER", "Reguler April", "tiktok", 2, 0.9, "IDR", 5_000_000),
          campaign("UMR_JUN_2027_KELUARGA", "Keluarga", "organic", 2, 1.2, "IDR", 7_500_000));

  private Market() {}

  private static DemoCampaign campaign(
      String code,
      String name,
      String source,
      double weight,
      double pull,
      String currency,
      long downPayment,
      String... ads) {
    return new DemoCampaign(
        code,
        name,
        source,
        Stream.of(ads).map(ad -> "1202990000000000" + ad).toList(),
        weight,
        pull,
        currency,
        downPayment);
  }

  static DemoCampaign any(Dice dice) {
    return CAMPAIGNS.get(
        dice.weighted(CAMPAIGNS.stream().mapToDouble(DemoCampaign::weight).toArray()));
  }

  /** The campaign a touch belongs to: by its code, else by the ad. */
  static Optional<DemoCampaign> campaignOf(@Nullable String code, @Nullable String ad) {
    return CAMPAIGNS.stream()
        .filter(
            campaign ->
                code == null
                    ? ad != null && campaign.ads().contains(ad)
                    : campaign.code().equals(code))
        .findFirst();
  }
}
