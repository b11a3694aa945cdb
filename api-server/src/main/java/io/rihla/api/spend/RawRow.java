package io.rihla.api.spend;

import java.util.Map;
import java.util.Optional;

/**
 * A row as it was sent, with our names for its fields and every value a text.
 *
 * @param place what to call it when something is wrong with it, such as {@code rows[3].}
 */
record RawRow(String place, Map<String, String> fields) {
  RawRow {
    fields = Map.copyOf(fields);
  }

  Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** The sum line of an export names no ad. */
  boolean isTotal() {
    return field("ad_id").isEmpty() && field("ad_name").isEmpty();
  }
}
