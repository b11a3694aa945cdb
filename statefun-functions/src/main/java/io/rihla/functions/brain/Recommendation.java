package io.rihla.functions.brain;

import io.rihla.functions.brain.grounding.Wishes;
import io.rihla.functions.packages.Availability;
import io.rihla.schemas.catalog.TravelPackage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The packages that fit a customer's wishes best.
 *
 * @param exact whether the first of them fulfils every wish
 */
record Recommendation(List<TravelPackage> offers, boolean exact) {
  private static final int MOST = 3;

  /**
   * Those with too few seats are left out; the others are ordered by how many wishes they fulfil.
   */
  static Recommendation of(
      List<TravelPackage> catalog, Wishes wishes, Optional<String> type, LocalDate today) {
    List<TravelPackage> possible =
        catalog.stream()
            .filter(offer -> Availability.of(offer, today) == Availability.AVAILABLE)
            .filter(offer -> wishes.people().map(p -> offer.seatsLeft() >= p).orElse(true))
            .toList();
    List<TravelPackage> best = new ArrayList<>(possible);
    best.sort(
        Comparator.<TravelPackage>comparingInt(offer -> unfulfilled(offer, wishes, type))
            .thenComparing(Availability::departure)
            .thenComparing(TravelPackage::price)
            .thenComparing(TravelPackage::code));
    List<TravelPackage> fulfilling =
        best.stream().filter(offer -> unfulfilled(offer, wishes, type) == 0).limit(MOST).toList();
    return fulfilling.isEmpty()
        ? new Recommendation(best.stream().limit(MOST).toList(), false)
        : new Recommendation(fulfilling, true);
  }

  /** A kind of package that a text names: the last part of a code, such as HEMAT. */
  static Optional<String> type(List<TravelPackage> catalog, String text) {
    String words = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
    return catalog.stream()
        .map(Recommendation::type)
        .filter(type -> words.contains(" " + type + " "))
        .findFirst();
  }

  private static int unfulfilled(TravelPackage offer, Wishes wishes, Optional<String> type) {
    int unfulfilled = 0;
    if (wishes.month().filter(m -> Availability.departure(offer).getMonth() != m).isPresent()) {
      unfulfilled += 4;
    }
    if (type.filter(wanted -> !wanted.equals(type(offer))).isPresent()) {
      unfulfilled += 2;
    }
    if (wishes.budget().filter(most -> offer.price() > most).isPresent()) {
      unfulfilled += 1;
    }
    return unfulfilled;
  }

  private static String type(TravelPackage offer) {
    return offer.code().substring(offer.code().lastIndexOf('_') + 1).toLowerCase(Locale.ROOT);
  }
}
