package io.rihla.api.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rihla.api.security.Caller;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.StoreUnavailable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts phone and name to the customer keys of rows; an analyst gets the phone masked, no name. */
final class People {
  static final List<String> COLUMNS = List.of("phone", "name", "conversation_url");
  private static final int AT_ONCE = 2_000;
  private static final String KEY = "[A-Za-z0-9_]{1,64}";

  private final ClickHouse clickHouse;

  People(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  private record Person(@Nullable String phone, @Nullable String name) {}

  void addTo(List<ObjectNode> rows, Caller caller) throws StoreUnavailable {
    for (int begin = 0; begin < rows.size(); begin += AT_ONCE) {
      add(rows.subList(begin, Math.min(rows.size(), begin + AT_ONCE)), caller);
    }
  }

  private void add(List<ObjectNode> rows, Caller caller) throws StoreUnavailable {
    Map<String, Person> people =
        find(
            rows.stream()
                .map(row -> row.path("customer_key").asText())
                .collect(Collectors.toCollection(TreeSet::new)));
    for (ObjectNode row : rows) {
      Person person = people.get(row.path("customer_key").asText());
      row.put("phone", person == null ? null : caller.phone(person.phone()));
      row.put("name", person == null || !caller.seesPhones() ? null : person.name());
      row.put("conversation_url", "/api/conversations/" + row.path("conversation_id").asText());
    }
  }

  private Map<String, Person> find(Collection<String> keys) throws StoreUnavailable {
    String list =
        keys.stream()
            .filter(key -> key.matches(KEY))
            .map("'%s'"::formatted)
            .collect(Collectors.joining(", "));
    Map<String, Person> people = new HashMap<>();
    if (!list.isEmpty()) {
      clickHouse
          .query(
              "SELECT customer_key, phone, name FROM conversations WHERE customer_key IN (%s)"
                  .formatted(list),
              row ->
                  Map.entry(
                      row.text("customer_key"),
                      new Person(row.textOrNull("phone"), row.textOrNull("name"))))
          .forEach(entry -> people.put(entry.getKey(), entry.getValue()));
    }
    return people;
  }
}
