package io.rihla.functions;

import io.rihla.functions.packages.Catalog;
import io.rihla.schemas.catalog.Hotel;
import io.rihla.schemas.catalog.MapPosition;
import io.rihla.schemas.catalog.PaymentTerms;
import io.rihla.schemas.catalog.SalesStatus;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.identity.CustomerKey;
import io.rihla.schemas.whatsapp.AdReferral;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.MessageKind;
import io.rihla.schemas.whatsapp.OwnMessage;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import io.rihla.schemas.whatsapp.WhatsAppSignal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Things that tests talk about. */
public final class Samples {
  public static final CustomerKey CUSTOMER = new CustomerKey("c_0123456789abcdef01234567");
  public static final long NOW = Instant.parse("2026-12-01T03:00:00Z").toEpochMilli();
  public static final String CHAT = "6281100000011@c.us";

  private Samples() {}

  public static WhatsAppEvent says(String id, String text, long at) {
    return event(
        id,
        false,
        at,
        new InboundMessage(MessageKind.TEXT, text, null, null, List.of(), null, null));
  }

  public static WhatsAppEvent clicksAd(String id, String text, long at, AdReferral ad) {
    return event(
        id, false, at, new InboundMessage(MessageKind.TEXT, text, null, null, List.of(), null, ad));
  }

  public static WhatsAppEvent own(String id, String text, String source, long at) {
    return event(id, true, at, new OwnMessage(MessageKind.TEXT, text, null, null, source));
  }

  public static WhatsAppEvent event(String id, boolean fromMe, long at, WhatsAppSignal signal) {
    return new WhatsAppEvent(
        "evt_" + id,
        at,
        at,
        CUSTOMER.value(),
        "6281100000011",
        null,
        "Siti",
        "default",
        CHAT,
        id,
        fromMe,
        false,
        Channel.WHATSAPP,
        "NOWEB",
        signal);
  }

  public static TravelPackage travelPackage(String code, String departure, int seats) {
    return new TravelPackage(
        code,
        "Umroh " + code,
        25_000_000,
        "IDR",
        departure,
        "Jakarta",
        9,
        45,
        seats,
        NOW,
        SalesStatus.OPEN,
        List.of(new Hotel("Makkah", "Anjum", 5, 250, 4)),
        "Saudia",
        List.of("Visa"),
        List.of("Paspor"),
        new PaymentTerms(5_000_000, 45, null),
        List.of("Muthawwif"),
        List.of(),
        "/media/" + code + ".jpg",
        "/media/" + code + ".pdf",
        null,
        null,
        new MapPosition(-6.2, 106.8, "Kantor"),
        1,
        NOW,
        "test",
        "cmd");
  }

  public static Catalog catalog(TravelPackage... packages) {
    return catalog(Map.of(), packages);
  }

  /**
   * @param campaigns what they sell, by code
   */
  public static Catalog catalog(Map<String, String> campaigns, TravelPackage... packages) {
    List<TravelPackage> all = List.of(packages);
    return new Catalog() {
      @Override
      public Optional<TravelPackage> find(String code) {
        return all.stream().filter(one -> one.code().equals(code)).findFirst();
      }

      @Override
      public List<TravelPackage> all() {
        return all;
      }

      @Override
      public Optional<TravelPackage> soldAs(String code) {
        return find(campaigns.getOrDefault(code, code));
      }
    };
  }
}
