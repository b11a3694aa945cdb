package io.rihla.api.freshness;

import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.StoreUnavailable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of the events somebody saw in the log have come to the tables. */
final class Arrivals {
  private final ClickHouse clickHouse;

  Arrivals(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  Set<Sighting> of(Collection<Sighting> sightings) throws StoreUnavailable {
    List<Sighting> events = sightings.stream().filter(one -> !one.opensJourney()).toList();
    List<Sighting> journeys = sightings.stream().filter(Sighting::opensJourney).toList();
    Set<String> found = new HashSet<>(find("events", "seq", events));
    Set<String> opened = new HashSet<>(find("journeys", "journey", journeys));
    return sightings.stream()
        .filter(one -> (one.opensJourney() ? opened : found).contains(one.key()))
        .collect(Collectors.toSet());
  }

  private List<String> find(String table, String number, List<Sighting> sightings)
      throws StoreUnavailable {
    if (sightings.isEmpty()) {
      return List.of();
    }
    String marks = sightings.stream().map(one -> "(?, ?)").collect(Collectors.joining(", "));
    Object[] values =
        sightings.stream()
            .flatMap(one -> List.<Object>of(one.customerKey(), one.number()).stream())
            .toArray();
    return clickHouse.query(
        """
        SELECT DISTINCT concat(customer_key, '/', toString(%2$s)) AS found
        FROM %1$s
        WHERE (customer_key, %2$s) IN (%3$s)
        """
            .formatted(table, number, marks),
        row -> row.text("found"),
        values);
  }
}
