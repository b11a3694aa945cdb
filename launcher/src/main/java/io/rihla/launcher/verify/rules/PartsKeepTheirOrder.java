package io.rihla.launcher.verify.rules;

import io.rihla.launcher.verify.Check;
import io.rihla.launcher.verify.Notes;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Shown;
import io.rihla.launcher.verify.rules.Plans.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A customer reads what was said in the order in which it was planned. */
record PartsKeepTheirOrder() implements Check {
  private record Place(String customer, int number) {}

  @Override
  public void check(History history, Notes notes) {
    Plans plans = new Plans(history);
    Map<String, Place> places = new HashMap<>();
    Map<String, Integer> planned = new HashMap<>();
    for (Plan plan : plans.all) {
      String customer = plan.event().customerKey();
      for (String part : plan.reply().partIds()) {
        places.put(part, new Place(customer, planned.merge(customer, 1, Integer::sum)));
      }
    }
    Map<String, String> parts = plans.partOfMessage();
    Map<String, Integer> reached = new HashMap<>();
    for (Shown shown : history.shown().orElse(List.of())) {
      String part = parts.get(shown.id());
      Place place = part == null ? null : places.get(part);
      if (place == null) {
        continue;
      }
      notes.checked();
      if (place.number() < reached.getOrDefault(place.customer(), 0)) {
        notes.violation(place.customer(), "part %s came late in its chat".formatted(part));
      }
      reached.merge(place.customer(), place.number(), Math::max);
    }
  }
}
