package io.rihla.api.packages;

import io.rihla.api.problem.ProblemException;
import io.rihla.schemas.catalog.SalesStatus;
import io.rihla.schemas.catalog.TravelPackage;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Which packages a list shows: by status, by whether they can be sold, by month of departure. */
record PackageFilter(
    Optional<SalesStatus> status,
    Optional<Boolean> departed,
    Optional<Boolean> sellable,
    Optional<String> month,
    LocalDate today) {

  static PackageFilter of(Function<String, Optional<String>> parameter, LocalDate today) {
    return new PackageFilter(
        parameter.apply("status").map(PackageFilter::status),
        parameter.apply("departed").map(text -> flag("departed", text)),
        parameter.apply("sellable").map(text -> flag("sellable", text)),
        parameter.apply("month").map(PackageFilter::month),
        today);
  }

  /** The packages that pass, in order of departure. */
  List<TravelPackage> apply(List<TravelPackage> packages) {
    return packages.stream()
        .filter(value -> status.isEmpty() || status.get() == value.status())
        .filter(
            value -> departed.isEmpty() || departed.get() == PackageView.isDeparted(value, today))
        .filter(
            value -> sellable.isEmpty() || sellable.get() == PackageView.isSellable(value, today))
        .filter(value -> month.isEmpty() || value.departureDate().startsWith(month.get()))
        .sorted(
            Comparator.comparing(TravelPackage::departureDate).thenComparing(TravelPackage::code))
        .toList();
  }

  private static SalesStatus status(String text) {
    for (SalesStatus status : SalesStatus.values()) {
      if (status.name().equals(text.toUpperCase(Locale.ROOT))) {
        return status;
      }
    }
    throw ProblemException.badField("status", "must be one of OPEN, FULL, CLOSED");
  }

  private static boolean flag(String name, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw ProblemException.badField(name, "must be true or false");
    };
  }

  private static String month(String text) {
    if (!text.matches("\\d{4}-(0[1-9]|1[0-2])")) {
      throw ProblemException.badField("month", "must be a month such as 2027-03");
    }
    return text;
  }
}
