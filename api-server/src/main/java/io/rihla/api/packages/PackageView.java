package io.rihla.api.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rihla.api.problem.Json;
import io.rihla.schemas.catalog.SalesStatus;
import io.rihla.schemas.catalog.TravelPackage;
import java.time.LocalDate;

/** A package as the api shows it: its fields, and what follows from today's date. */
final class PackageView {
  private PackageView() {}

  static JsonNode of(TravelPackage value, LocalDate today) {
    ObjectNode json = (ObjectNode) Json.tree(value);
    boolean departed = isDeparted(value, today);
    json.put("departed", departed);
    json.put("sellable", isSellable(value, today));
    return json;
  }

  static boolean isDeparted(TravelPackage value, LocalDate today) {
    return !LocalDate.parse(value.departureDate()).isAfter(today);
  }

  static boolean isSellable(TravelPackage value, LocalDate today) {
    return value.status() == SalesStatus.OPEN && value.seatsLeft() > 0 && !isDeparted(value, today);
  }
}
