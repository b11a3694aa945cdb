package io.rihla.api.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The conditions of a query, and the values of their question marks in order. */
public final class Where {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /** From the first moment on, up to but without the second. */
  public static Where times(String column, Instant from, Instant to) {
    return new Where()
        .and(
            "%1$s >= fromUnixTimestamp64Milli(?) AND %1$s < fromUnixTimestamp64Milli(?)"
                .formatted(column),
            from.toEpochMilli(),
            to.toEpochMilli());
  }

  public Where and(String condition, Object... parameters) {
    conditions.add(condition);
    values.addAll(List.of(parameters));
    return this;
  }

  /** A condition that holds only what was asked for. */
  public Where and(Optional<?> value, String condition) {
    value.ifPresent(some -> and(condition, some));
    return this;
  }

  public Where and(Where other) {
    conditions.addAll(other.conditions);
    values.addAll(other.values);
    return this;
  }

  public String sql() {
    return conditions.isEmpty() ? "1 = 1" : String.join("\n    AND ", conditions);
  }

  public Object[] values() {
    return values.toArray();
  }

  /** The values of a query in which these conditions come second. */
  public Object[] valuesAfter(Object... first) {
    List<Object> all = new ArrayList<>(List.of(first));
    all.addAll(values);
    return all.toArray();
  }
}
