package io.rihla.jobs.held;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** One value per customer. */
final class HeldValue<T> implements ValueState<T>, HeldState {
  /** A value and whether the stored one is another. */
  private record Slot<T>(@Nullable T value, boolean changed) {}

  private final ValueState<T> stored;
  private final Map<String, Slot<T>> slots = new HashMap<>();
  private String key = "";

  HeldValue(ValueState<T> stored) {
    this.stored = stored;
  }

  @Override
  public void turnTo(String customer) {
    key = customer;
  }

  @Override
  @SuppressWarnings("NullAway") // Flink's convention: null is no value
  public T value() throws IOException {
    Slot<T> slot = slots.get(key);
    if (slot == null) {
      slot = new Slot<>(stored.value(), false);
      slots.put(key, slot);
    }
    return slot.value();
  }

  @Override
  public void update(@Nullable T value) {
    slots.put(key, new Slot<>(value, true));
  }

  @Override
  public void clear() {
    update(null);
  }

  @Override
  public void store(String customer) {
    Slot<T> slot = slots.get(customer);
    if (slot != null && slot.changed()) {
      store(slot.value());
    }
  }

  private void store(@Nullable T value) {
    try {
      if (value == null) {
        stored.clear();
      } else {
        stored.update(value);
      }
    } catch (IOException e) {
      throw new FlinkRuntimeException("the state of a customer cannot be stored", e);
    }
  }

  @Override
  public void letGo() {
    slots.clear();
  }
}
