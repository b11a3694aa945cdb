package io.rihla.launcher.demo;

import io.rihla.schemas.ads.AdsActivity;
import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.conversation.ConversationEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A season kept in memory. */
final class Seasons implements Log {
  final List<Campaign> campaigns = new ArrayList<>();
  final List<AdsActivity> ads = new ArrayList<>();
  final List<ConversationEvent> events = new ArrayList<>();
  final AnswerKey key;

  Seasons(Season season) {
    key = Unfolding.of(season, this);
  }

  static Season season(int customers, int days, long seed) {
    return new Season(
        customers,
        days,
        seed,
        Instant.parse("2026-11-22T09:30:00Z"),
        ZoneId.of("Asia/Jakarta"),
        "a secret for tests");
  }

  @Override
  public void campaign(Campaign campaign) {
    campaigns.add(campaign);
  }

  @Override
  public void ads(AdsActivity activity) {
    ads.add(activity);
  }

  @Override
  public void event(ConversationEvent event) {
    events.add(event);
  }
}
