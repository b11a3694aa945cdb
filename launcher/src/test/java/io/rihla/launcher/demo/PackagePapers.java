package io.rihla.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** The brochure and the day-by-day plan of a package. */
final class PackagePapers {
  private static final int EMBEDDED = 620;

  private PackagePapers() {}

  static void brochure(DemoPackage offer, BufferedImage picture, Path file) throws IOException {
    try (PdfPage page = new PdfPage("Brosur " + offer.name())) {
      page.banner(offer.name(), summary(offer));
      page.picture(scaled(picture), 300);
      page.heading("Harga " + offer.price() + " per jamaah");
      JsonNode terms = offer.json().get("payment_terms");
      page.line(
          "Uang muka %s, pelunasan paling lambat %d hari sebelum berangkat. %s"
              .formatted(
                  DemoPackage.rupiah(terms.get("down_payment").asLong()),
                  terms.get("settle_days_before_departure").asInt(),
                  terms.get("note").asText()));
      page.heading("Hotel");
      for (JsonNode hotel : offer.json().get("hotels")) {
        page.line(hotelLine(hotel));
      }
      page.heading("Keunggulan");
      bullets(page, offer, "features");
      page.heading("Sudah termasuk");
      bullets(page, offer, "inclusions");
      page.heading("Belum termasuk");
      bullets(page, offer, "exclusions");
      page.heading("Kode paket " + offer.code());
      page.line("Kirim kode ini lewat WhatsApp untuk bertanya atau mendaftar.");
      page.save(file);
    }
  }

  static void itinerary(DemoPackage offer, Path file) throws IOException {
    try (PdfPage page = new PdfPage("Rencana perjalanan " + offer.name())) {
      page.banner("Rencana Perjalanan", offer.name() + ", " + summary(offer));
      for (JsonNode day : offer.json().get("itinerary")) {
        page.strong("Hari %d: %s".formatted(day.get("day").asInt(), day.get("title").asText()));
        page.line(day.get("detail").asText());
        page.line("");
      }
      page.line("Urutan acara dapat berubah mengikuti jadwal penerbangan dan izin setempat.");
      page.save(file);
    }
  }

  private static String summary(DemoPackage offer) {
    return "%s, %d hari, dari %s, %s"
        .formatted(offer.departureText(), offer.days(), offer.city(), offer.airline());
  }

  private static String hotelLine(JsonNode hotel) {
    return "%s: %s, bintang %d, %d meter dari masjid, %d malam"
        .formatted(
            hotel.get("city").asText(),
            hotel.get("name").asText(),
            hotel.get("stars").asInt(),
            hotel.get("distance_meters").asInt(),
            hotel.get("nights").asInt());
  }

  private static void bullets(PdfPage page, DemoPackage offer, String field) throws IOException {
    for (String text : offer.texts(field)) {
      page.line("• " + text);
    }
  }

  private static BufferedImage scaled(BufferedImage picture) {
    BufferedImage small = new BufferedImage(EMBEDDED, EMBEDDED, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(picture, 0, 0, EMBEDDED, EMBEDDED, null);
    graphics.dispose();
    return small;
  }
}
