package io.rihla.api.spend;

import io.rihla.api.kafka.LogUnavailable;
import io.rihla.api.problem.FieldFault;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.schemas.ads.AdInsight;
import io.rihla.schemas.ads.AdsActivity;
import io.rihla.schemas.campaigns.Campaign;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One import: every row is judged first, then all are appended or none. A row replaces the one of
 * the same account, ad and day that was imported before it.
 */
final class SpendImport {
  private static final int MOST_FAULTS = 50;

  private final SpendParts parts;

  SpendImport(SpendParts parts) {
    this.parts = parts;
  }

  /**
   * What became of an import.
   *
   * @param replaced of the accepted, those that were imported before; null while that is unknown
   * @param unmapped of the accepted, those whose ad belongs to no campaign
   */
  record Report(int accepted, @Nullable Integer replaced, int unmapped, List<String> unmappedAds) {}

  Report run(List<RawRow> raw, SpendDefaults defaults) throws LogUnavailable {
    Map<String, AdInsight> rows = judged(raw, defaults);
    List<AdsActivity> activities = new ArrayList<>();
    TreeSet<String> unmapped = new TreeSet<>();
    int without = 0;
    for (AdInsight row : rows.values()) {
      String campaign = parts.campaigns().ofAd(row.adId()).map(Campaign::code).orElse(null);
      if (campaign == null) {
        unmapped.add(row.adId());
        without++;
      }
      activities.add(activity(row, campaign));
    }
    parts.log().append(activities);
    OptionalInt again = parts.days().add(rows.keySet());
    return new Report(
        rows.size(), again.isPresent() ? again.getAsInt() : null, without, List.copyOf(unmapped));
  }

  private static Map<String, AdInsight> judged(List<RawRow> raw, SpendDefaults defaults) {
    List<FieldFault> faults = new ArrayList<>();
    Map<String, AdInsight> rows = new LinkedHashMap<>();
    for (RawRow one : raw) {
      int before = faults.size();
      AdInsight row = SpendForm.read(one, defaults, faults);
      if (faults.size() == before) {
        AdInsight twin = rows.putIfAbsent(ImportedDays.key(row), row);
        if (twin != null && !twin.equals(row)) {
          faults.add(
              new FieldFault(
                  one.place() + "ad_id",
                  "has the same account, ad and day as a row before it, with other figures: import"
                      + " one row per ad and day, without breakdowns"));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(
          Problem.badFields(faults.subList(0, Math.min(faults.size(), MOST_FAULTS))));
    }
    return rows;
  }

  private AdsActivity activity(AdInsight row, @Nullable String campaign) {
    return new AdsActivity(
        "insight_" + ImportedDays.key(row) + "/" + row.importedAt(),
        LocalDate.parse(row.day()).atStartOfDay(parts.zone()).toInstant().toEpochMilli(),
        row.importedAt(),
        campaign,
        row.adId(),
        row);
  }
}
