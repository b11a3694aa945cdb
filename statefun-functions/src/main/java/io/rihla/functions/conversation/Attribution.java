package io.rihla.functions.conversation;

import io.rihla.functions.packages.Catalog;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.conversation.AttributionSource;
import io.rihla.schemas.conversation.CampaignAttributed;
import io.rihla.schemas.conversation.CodeFault;
import io.rihla.schemas.conversation.CodeRejected;
import io.rihla.schemas.conversation.Touch;
import io.rihla.schemas.identity.CampaignCode;
import io.rihla.schemas.whatsapp.AdReferral;
import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ties a journey to a campaign: the first code that sells a package wins, others are recorded as
 * rejected, and an ad referral counts without any code.
 */
final class Attribution {
  private final Catalog catalog;

  Attribution(Catalog catalog) {
    this.catalog = catalog;
  }

  void attribute(Ledger ledger, WhatsAppEvent event, InboundMessage message) {
    List<CampaignCode> codes =
        message.text() == null ? List.of() : CampaignCode.findAll(message.text());
    Optional<CampaignCode> valid =
        codes.stream().filter(code -> catalog.soldAs(code.value()).isPresent()).findFirst();
    AdReferral ad = message.ad();
    if (valid.isPresent()) {
      attributed(ledger, event, valid.get(), ad);
    } else if (ad != null) {
      ledger.write(
          Ledger.CUSTOMER,
          event.occurredAt(),
          new CampaignAttributed(
              null,
              null,
              touch(ledger),
              AttributionSource.AD_REFERRAL,
              ad.sourceId(),
              ad.ctwaClid(),
              event.messageId()));
    }
    for (CampaignCode code : codes) {
      if (!valid.equals(Optional.of(code))) {
        ledger.write(
            Ledger.CUSTOMER,
            event.occurredAt(),
            new CodeRejected(code.value(), fault(code, valid.isPresent()), event.messageId()));
      }
    }
  }

  private void attributed(
      Ledger ledger, WhatsAppEvent event, CampaignCode code, @Nullable AdReferral ad) {
    ledger.write(
        Ledger.CUSTOMER,
        event.occurredAt(),
        new CampaignAttributed(
            code.value(),
            catalog.soldAs(code.value()).map(TravelPackage::code).orElse(null),
            touch(ledger),
            AttributionSource.CODE,
            ad == null ? null : ad.sourceId(),
            ad == null ? null : ad.ctwaClid(),
            event.messageId()));
  }

  /** The first campaign a journey names is its first touch, whether by code or by ad. */
  private static Touch touch(Ledger ledger) {
    return ledger.state().firstCampaign() == null ? Touch.FIRST : Touch.LAST;
  }

  private CodeFault fault(CampaignCode code, boolean anotherWon) {
    if (catalog.soldAs(code.value()).isPresent()) {
      return CodeFault.LATER_IN_TEXT;
    }
    if (anotherWon) {
      return CodeFault.UNKNOWN;
    }
    return code.month().isPresent() ? CodeFault.UNKNOWN : CodeFault.NOT_A_DATE;
  }
}
