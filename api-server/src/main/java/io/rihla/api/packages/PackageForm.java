package io.rihla.api.packages;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.problem.FieldFault;
import io.rihla.api.problem.FieldReader;
import io.rihla.schemas.catalog.Hotel;
import io.rihla.schemas.catalog.ItineraryDay;
import io.rihla.schemas.catalog.MapPosition;
import io.rihla.schemas.catalog.PaymentTerms;
import io.rihla.schemas.catalog.SalesStatus;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.identity.CampaignCode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a package out of JSON. Unknown fields are ignored; every bad one is named. What the
 * registry stamps (version after the write, when, by whom, why) is left empty.
 */
final class PackageForm {
  private static final long MOST_MONEY = 1_000_000_000_000L;
  private static final int MOST_SEATS = 100_000;

  private final FieldReader in;
  private final long now;

  private PackageForm(JsonNode json, long now) {
    this.in = new FieldReader(json);
    this.now = now;
  }

  /** A package, or what is wrong with it. */
  record Result(
      Optional<TravelPackage> travelPackage, boolean seatsGiven, List<FieldFault> faults) {

    /** Who does not speak of seats leaves them as their owner last said. */
    Optional<TravelPackage> after(Optional<TravelPackage> current) {
      return travelPackage.map(
          wanted ->
              seatsGiven || current.isEmpty()
                  ? wanted
                  : wanted
                      .withSeatsLeft(Math.min(current.get().seatsLeft(), wanted.quota()))
                      .withSeatsAsOf(current.get().seatsAsOf()));
    }
  }

  /**
   * @param now what {@code seats_as_of} is when it is not given
   */
  static Result read(JsonNode json, long now) {
    if (!json.isObject()) {
      return new Result(
          Optional.empty(), false, List.of(new FieldFault("package", "must be a JSON object")));
    }
    PackageForm form = new PackageForm(json, now);
    TravelPackage read = form.read();
    List<FieldFault> faults = form.in.faults();
    return new Result(
        faults.isEmpty() ? Optional.of(read) : Optional.empty(),
        json.hasNonNull("seats_left"),
        faults);
  }

  private TravelPackage read() {
    int quota = Math.toIntExact(in.number("quota", 0, MOST_SEATS));
    return new TravelPackage(
        code(),
        in.text("name"),
        in.number("price", 1, MOST_MONEY),
        currency(),
        date(),
        in.text("departure_city", "Jakarta"),
        Math.toIntExact(in.number("duration_days", 1, 365)),
        quota,
        Math.toIntExact(in.number("seats_left", 0, quota, quota)),
        in.number("seats_as_of", 0, Long.MAX_VALUE, now),
        status(),
        in.objects("hotels").stream().map(PackageForm::hotel).toList(),
        in.text("airline", ""),
        in.texts("inclusions"),
        in.texts("exclusions"),
        payment(in.object("payment_terms")),
        in.texts("features"),
        in.objects("itinerary").stream().map(PackageForm::day).toList(),
        in.url("image_url"),
        in.url("brochure_url"),
        in.url("itinerary_url"),
        in.url("video_url"),
        map(in.object("map_position")),
        Math.toIntExact(in.number("version", 0, Integer.MAX_VALUE, 0)),
        0,
        "",
        "");
  }

  private String code() {
    String code = in.text("code");
    if (code.isEmpty()) {
      return code;
    }
    return CampaignCode.parse(code)
        .map(CampaignCode::value)
        .orElseGet(
            () -> in.fault("code", "is no campaign code: write it like UMR_MAR_2027_HEMAT", code));
  }

  private String currency() {
    String currency = in.text("currency", "IDR").toUpperCase(Locale.ROOT);
    return currency.matches("[A-Z]{3}")
        ? currency
        : in.fault("currency", "is no ISO 4217 code such as IDR", currency);
  }

  private String date() {
    String date = in.text("departure_date");
    try {
      return date.isEmpty() ? date : LocalDate.parse(date).toString();
    } catch (DateTimeParseException e) {
      return in.fault("departure_date", "is no date: write it like 2027-03-15", date);
    }
  }

  private SalesStatus status() {
    String status = in.text("status", "OPEN").toUpperCase(Locale.ROOT);
    for (SalesStatus known : SalesStatus.values()) {
      if (known.name().equals(status)) {
        return known;
      }
    }
    return in.fault("status", "must be one of OPEN, FULL, CLOSED", SalesStatus.OPEN);
  }

  private static Hotel hotel(FieldReader in) {
    return new Hotel(
        in.text("city"),
        in.text("name"),
        Math.toIntExact(in.number("stars", 0, 7, 0)),
        Math.toIntExact(in.number("distance_meters", 0, 1_000_000, 0)),
        Math.toIntExact(in.number("nights", 0, 365, 0)));
  }

  private static ItineraryDay day(FieldReader in) {
    return new ItineraryDay(
        Math.toIntExact(in.number("day", 1, 365)), in.text("title"), in.text("detail", ""));
  }

  private static PaymentTerms payment(Optional<FieldReader> in) {
    return in.map(
            terms ->
                new PaymentTerms(
                    terms.number("down_payment", 0, MOST_MONEY, 0),
                    Math.toIntExact(terms.number("settle_days_before_departure", 0, 1_000, 0)),
                    terms.optionalText("note")))
        .orElseGet(() -> new PaymentTerms(0, 0, null));
  }

  private static @Nullable MapPosition map(Optional<FieldReader> in) {
    return in.map(
            position ->
                new MapPosition(
                    position.decimal("latitude", -90, 90),
                    position.decimal("longitude", -180, 180),
                    position.text("title")))
        .orElse(null);
  }
}
