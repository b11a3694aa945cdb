package io.rihla.functions.packages;

import io.rihla.schemas.catalog.SalesStatus;
import io.rihla.schemas.catalog.TravelPackage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/** Whether a package can still be sold, and what to offer in its place. */
public enum Availability {
  AVAILABLE,
  FULL,
  DEPARTED,
  CLOSED;

  public static Availability of(TravelPackage travelPackage, LocalDate today) {
    if (!departure(travelPackage).isAfter(today)) {
      return DEPARTED;
    }
    if (travelPackage.status() == SalesStatus.CLOSED) {
      return CLOSED;
    }
    return travelPackage.status() == SalesStatus.FULL || travelPackage.seatsLeft() <= 0
        ? FULL
        : AVAILABLE;
  }

  /** Packages on sale, the soonest departure first. */
  public static List<TravelPackage> soonest(Catalog catalog, LocalDate today, int most) {
    return catalog.all().stream()
        .filter(offer -> of(offer, today) == AVAILABLE)
        .sorted(Comparator.comparing(Availability::departure).thenComparing(TravelPackage::code))
        .limit(most)
        .toList();
  }

  /** Packages on sale that depart nearest to the one that cannot be had. */
  public static List<TravelPackage> nearest(
      Catalog catalog, TravelPackage wanted, LocalDate today, int most) {
    LocalDate date = departure(wanted).isAfter(today) ? departure(wanted) : today;
    return catalog.all().stream()
        .filter(offer -> !offer.code().equals(wanted.code()))
        .filter(offer -> of(offer, today) == AVAILABLE)
        .sorted(
            Comparator.<TravelPackage>comparingLong(
                    offer -> Math.abs(ChronoUnit.DAYS.between(date, departure(offer))))
                .thenComparing(TravelPackage::price)
                .thenComparing(TravelPackage::code))
        .limit(most)
        .toList();
  }

  public static LocalDate departure(TravelPackage travelPackage) {
    return LocalDate.parse(travelPackage.departureDate());
  }
}
