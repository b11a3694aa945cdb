package io.rihla.functions.brain.grounding;

import io.rihla.functions.brain.grounding.Claim.SpanUnit;
import io.rihla.schemas.catalog.Hotel;
import io.rihla.schemas.catalog.ItineraryDay;
import io.rihla.schemas.catalog.TravelPackage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a package's data states, and what follows from it by plain arithmetic. */
final class PackageClaims {
  private PackageClaims() {}

  static List<Claim> of(TravelPackage subject, long now) {
    List<Claim> claims = new ArrayList<>();
    int days = subject.durationDays();
    claims.add(new Claim.Money(subject.price(), subject.currency(), ""));
    claims.add(new Claim.Code(subject.code(), ""));
    claims.add(new Claim.Span(days, SpanUnit.DAY, ""));
    claims.add(new Claim.Span(days - 1, SpanUnit.NIGHT, ""));
    LocalDate departure = LocalDate.parse(subject.departureDate());
    int settle = subject.paymentTerms().settleDaysBeforeDeparture();
    claims.add(new Claim.Span(settle, SpanUnit.DAY, ""));
    Stream.of(departure, departure.plusDays(days - 1L), departure.minusDays(settle))
        .forEach(date -> date(claims, date));
    claims.add(new Claim.Seats(subject.quota(), true, ""));
    if (Sources.seatsAreFresh(subject, now)) {
      claims.add(new Claim.Seats(subject.seatsLeft(), true, ""));
    }
    int nights = 0;
    for (Hotel hotel : subject.hotels()) {
      nights += hotel.nights();
      claims.add(new Claim.Stars(hotel.stars(), ""));
      claims.add(new Claim.Distance(hotel.distanceMeters(), ""));
      claims.add(new Claim.Span(hotel.nights(), SpanUnit.NIGHT, ""));
    }
    claims.add(new Claim.Span(nights, SpanUnit.NIGHT, ""));
    addresses(subject).map(address -> new Claim.Address(address, "")).forEach(claims::add);
    texts(subject).forEach(text -> claims.addAll(Claims.in(PlainText.of(text))));
    return claims;
  }

  private static void date(List<Claim> claims, LocalDate date) {
    claims.add(new Claim.Day(date.getDayOfMonth(), date.getMonthValue(), date.getYear(), ""));
  }

  private static Stream<String> addresses(TravelPackage subject) {
    return Stream.of(
            subject.imageUrl(), subject.brochureUrl(), subject.itineraryUrl(), subject.videoUrl())
        .filter(Objects::nonNull)
        .map(PlainText::of);
  }

  private static Stream<String> texts(TravelPackage subject) {
    return Stream.of(
            Stream.of(
                subject.name(), Objects.requireNonNullElse(subject.paymentTerms().note(), "")),
            subject.inclusions().stream(),
            subject.exclusions().stream(),
            subject.features().stream(),
            subject.itinerary().stream().map(ItineraryDay::title),
            subject.itinerary().stream().map(ItineraryDay::detail),
            subject.hotels().stream().map(Hotel::name))
        .flatMap(stream -> stream);
  }
}
