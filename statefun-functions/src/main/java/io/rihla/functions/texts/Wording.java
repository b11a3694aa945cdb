package io.rihla.functions.texts;

import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.conversation.Language;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Money, dates and package facts as people write them. */
public final class Wording {
  private static final long SEATS_GOOD_FOR_MS = 15 * 60 * 1000;

  private final Texts texts;

  public Wording(Texts texts) {
    this.texts = texts;
  }

  public static String money(long amount, String currency) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.of("id", "ID"));
    symbols.setGroupingSeparator('.');
    String digits = new DecimalFormat("#,##0", symbols).format(amount);
    return currency.equals("IDR") ? "Rp " + digits : currency + " " + digits;
  }

  public static String date(LocalDate date, Language language) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", locale(language)).format(date);
  }

  public static String month(Month month, Language language) {
    return month.getDisplayName(TextStyle.FULL, locale(language));
  }

  private static Locale locale(Language language) {
    return switch (language) {
      case ID -> Locale.of("id", "ID");
      case EN -> Locale.ENGLISH;
      case AR -> Locale.of("ar", "EG", "");
    };
  }

  /** Everything a text can say about a package. */
  public Map<String, String> facts(TravelPackage subject, Language language, long now) {
    Map<String, String> values = new HashMap<>();
    values.put("package", subject.name());
    values.put("code", subject.code());
    values.put("price", money(subject.price(), subject.currency()));
    values.put("departure", date(LocalDate.parse(subject.departureDate()), language));
    values.put("city", subject.departureCity());
    values.put("duration", Integer.toString(subject.durationDays()));
    values.put("airline", subject.airline());
    values.put("hotels", hotels(subject, language));
    values.put("inclusions", bullets(subject.inclusions()));
    values.put("exclusions", bullets(subject.exclusions()));
    values.put(
        "itinerary",
        subject.itinerary().stream()
            .map(day -> day.day() + ". " + day.title())
            .collect(Collectors.joining("\n")));
    values.put("down_payment", money(subject.paymentTerms().downPayment(), subject.currency()));
    values.put("settle_days", Integer.toString(subject.paymentTerms().settleDaysBeforeDeparture()));
    String note = subject.paymentTerms().note();
    values.put("payment_note", note == null || note.isBlank() ? "" : " " + note);
    values.put("quota", Integer.toString(subject.quota()));
    values.put("seats", seats(subject, language, now));
    return values;
  }

  /** A count of seats is only repeated while it is fresh. */
  private String seats(TravelPackage subject, Language language, long now) {
    boolean fresh = now - subject.seatsAsOf() <= SEATS_GOOD_FOR_MS;
    return texts.render(
        language,
        fresh ? "seats" : "seats_unsure",
        Map.of(
            "seats", Integer.toString(subject.seatsLeft()),
            "quota", Integer.toString(subject.quota())));
  }

  private String hotels(TravelPackage subject, Language language) {
    return subject.hotels().stream()
        .map(
            hotel ->
                texts.render(
                    language,
                    "hotel",
                    Map.of(
                        "name", hotel.name(),
                        "city", hotel.city(),
                        "stars", Integer.toString(hotel.stars()),
                        "distance", Integer.toString(hotel.distanceMeters()),
                        "nights", Integer.toString(hotel.nights()))))
        .collect(Collectors.joining(", "));
  }

  private static String bullets(List<String> lines) {
    return lines.stream().map(line -> "• " + line).collect(Collectors.joining("\n"));
  }
}
