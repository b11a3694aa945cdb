package io.rihla.api.campaigns;

import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.identity.CampaignCode;
import io.rihla.schemas.topics.CompactedTopicView;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The campaigns as they are now, by code and by ad. */
public final class CampaignDirectory {
  private static final Duration VIEW_PATIENCE = Duration.ofSeconds(2);

  private final CompactedTopicView<Campaign> view;

  public CampaignDirectory(CompactedTopicView<Campaign> view) {
    this.view = view;
  }

  /** Whether everything that was known at the start has been read. */
  public boolean isComplete() {
    return view.isComplete();
  }

  public Optional<Campaign> find(String code) {
    return view.get(code);
  }

  /** All, in order of their codes. */
  public List<Campaign> all() {
    return view.all().stream().sorted(Comparator.comparing(Campaign::code)).toList();
  }

  /** Whose ad it is; should two campaigns ever claim it, the one that did so first. */
  public Optional<Campaign> ofAd(String adId) {
    return view.all().stream()
        .filter(campaign -> campaign.adIds().contains(adId))
        .min(Comparator.comparingLong(Campaign::updatedAt).thenComparing(Campaign::code));
  }

  /** The campaign once the change is visible here; {@code wanted} if that takes too long. */
  Campaign after(Campaign wanted, String commandId) {
    try {
      boolean visible =
          view.await(wanted.code(), value -> value.cause().equals(commandId), VIEW_PATIENCE);
      return visible ? view.get(wanted.code()).orElse(wanted) : wanted;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return wanted;
    }
  }

  /** A code as people write it in an address. */
  public static String normal(String code) {
    return CampaignCode.parse(code)
        .map(CampaignCode::value)
        .orElseGet(() -> code.strip().toUpperCase(Locale.ROOT));
  }
}
