package io.rihla.api.campaigns;

import io.rihla.api.problem.ProblemException;
import io.rihla.api.store.ListParameters;
import io.rihla.schemas.campaigns.Campaign;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which campaigns a list shows.
 *
 * @param after the code that the page begins behind
 */
record CampaignFilter(
    Optional<Boolean> active,
    Optional<String> source,
    Optional<String> packageCode,
    Optional<String> after,
    int limit) {
  private static final int MOST = 500;

  /** Campaigns in order of their codes, and the cursor of the next page. */
  record Page(List<Campaign> campaigns, Optional<String> next) {}

  static CampaignFilter of(Function<String, Optional<String>> parameter) {
    return new CampaignFilter(
        parameter.apply("active").map(CampaignFilter::flag),
        parameter.apply("source").map(text -> text.toLowerCase(Locale.ROOT)),
        parameter.apply("package_code").map(CampaignDirectory::normal),
        parameter.apply("cursor").map(CampaignDirectory::normal),
        parameter.apply("limit").map(text -> ListParameters.limit(text, MOST)).orElse(MOST));
  }

  Page page(List<Campaign> campaigns) {
    List<Campaign> left =
        all(campaigns).stream()
            .filter(campaign -> after.isEmpty() || campaign.code().compareTo(after.get()) > 0)
            .toList();
    return left.size() <= limit
        ? new Page(left, Optional.empty())
        : new Page(left.subList(0, limit), Optional.of(left.get(limit - 1).code()));
  }

  List<Campaign> all(List<Campaign> campaigns) {
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
