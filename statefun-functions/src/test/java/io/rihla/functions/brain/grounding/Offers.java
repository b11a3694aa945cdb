package io.rihla.functions.brain.grounding;

import io.rihla.functions.Samples;
import io.rihla.schemas.catalog.TravelPackage;
import java.util.List;

/**
 * What answers are checked against: 25,000,000 IDR, down payment 5,000,000, 15 March 2027, 9 days,
 * 9 of 45 seats.
 */
final class Offers {
  static final String CODE = "UMR_MAR_2027_HEMAT";
  static final TravelPackage CHEAP = Samples.travelPackage(CODE, "2027-03-15", 9);
  static final TravelPackage DEAR =
      Samples.travelPackage("UMR_APR_2027_PLUS", "2027-04-20", 3)
          .withName("Umroh Plus Turki")
          .withPrice(38_500_000);

  private Offers() {}

  /** What is wrong with an answer about the cheap one. */
  static List<Fault.Kind> faults(String answer) {
    return GroundingCheck.faults(
            answer, new Sources(List.of(CHEAP), List.of(), List.of(), Samples.NOW))
        .stream()
        .map(Fault::kind)
        .toList();
  }
}
