package io.rihla.api.campaigns;

import io.rihla.api.problem.ProblemException;
import io.rihla.schemas.campaigns.Campaign;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Which campaigns a list shows. */
record CampaignFilter(
    Optional<Boolean> active, Optional<String> source, Optional<String> packageCode) {

  static CampaignFilter of(Function<String, Optional<String>> parameter) {
    return new CampaignFilter(
        parameter.apply("active").map(CampaignFilter::flag),
        parameter.apply("source").map(text -> text.toLowerCase(Locale.ROOT)),
        parameter.apply("package_code").map(CampaignDirectory::normal));
  }

  List<Campaign> apply(List<Campaign> campaigns) {
    return campaigns.stream()
        .filter(campaign -> active.isEmpty() || active.get() == campaign.active())
        .filter(campaign -> source.isEmpty() || source.get().equals(campaign.source()))
        .filter(
            campaign -> packageCode.isEmpty() || packageCode.get().equals(campaign.packageCode()))
        .toList();
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw ProblemException.badField("active", "must be true or false");
    };
  }
}
