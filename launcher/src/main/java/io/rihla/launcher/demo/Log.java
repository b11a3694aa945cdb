package io.rihla.launcher.demo;

import io.rihla.schemas.ads.AdsActivity;
import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.conversation.ConversationEvent;

/** Where a season is written. */
interface Log {
  void campaign(Campaign campaign);

  void ads(AdsActivity activity);

  void event(ConversationEvent event);
}
