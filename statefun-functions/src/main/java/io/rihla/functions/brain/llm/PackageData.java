package io.rihla.functions.brain.llm;

import io.rihla.functions.brain.grounding.Sources;
import io.rihla.functions.texts.Wording;
import io.rihla.schemas.catalog.TravelPackage;
import java.util.List;
import java.util.stream.Collectors;

/** Packages as a model reads them. */
final class PackageData {
  private PackageData() {}

  static String lines(List<TravelPackage> packages, long now) {
    return packages.isEmpty()
        ? "none is on sale at the moment; our admin tells the next dates"
        : packages.stream().map(one -> lines(one, now)).collect(Collectors.joining("\n\n"));
  }

  /** How a package is named among the facts of an answer. */
  static String fact(TravelPackage one) {
    return "catalog:%s@%d".formatted(one.code(), one.version());
  }

  private static String lines(TravelPackage one, long now) {
    return """
        [%s] %s, code %s
        price per person: %s; departure: %s from %s; duration: %d days; airline: %s
        hotels: %s
        included: %s
        not included: %s
        features: %s
        itinerary: %s
        payment: down payment %s, the rest %d days before departure. %s
        seats: %s"""
        .formatted(
            fact(one),
            one.name(),
            one.code(),
            Wording.money(one.price(), one.currency()),
            one.departureDate(),
            one.departureCity(),
            one.durationDays(),
            one.airline(),
            one.hotels().stream()
                .map(
                    hotel ->
                        "%s in %s, %d stars, %d m, %d nights"
                            .formatted(
                                hotel.name(),
                                hotel.city(),
                                hotel.stars(),
                                hotel.distanceMeters(),
                                hotel.nights()))
                .collect(Collectors.joining("; ")),
            String.join("; ", one.inclusions()),
            String.join("; ", one.exclusions()),
            String.join("; ", one.features()),
            one.itinerary().stream()
                .map(day -> "%d. %s: %s".formatted(day.day(), day.title(), day.detail()))
                .collect(Collectors.joining("; ")),
            Wording.money(one.paymentTerms().downPayment(), one.currency()),
            one.paymentTerms().settleDaysBeforeDeparture(),
            one.paymentTerms().note() == null ? "" : one.paymentTerms().note(),
            Sources.seatsAreFresh(one, now)
                ? "%d of %d left".formatted(one.seatsLeft(), one.quota())
                : "our admin confirms the seat");
  }
}
