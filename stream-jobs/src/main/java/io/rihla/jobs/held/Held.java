package io.rihla.jobs.held;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;

/**
 * Holds the state of customers in memory from the first touch until the next checkpoint, where it
 * is stored and let go: a customer whose events come close together is read and written once, not
 * once per event. What a checkpoint contains is the same as without.
 */
public final class Held {
  /** So many customers are stored and let go before the checkpoint, or memory would not do. */
  private static final int MOST = 5_000;

  private final List<HeldState> states = new ArrayList<>();
  private final Set<String> customers = new HashSet<>();

  /** Makes a customer the current one for Flink. */
  @FunctionalInterface
  interface KeyContext {
    void turnTo(String key);
  }

  /** State of the same name and content as the stored one. */
  public <T> ValueState<T> value(ValueState<T> stored) {
    HeldValue<T> held = new HeldValue<>(stored);
    states.add(held);
    return held;
  }

  /** State of the same name and content as the stored one; its keys come in their order. */
  public <K extends Comparable<K>, V> MapState<K, V> map(MapState<K, V> stored) {
    HeldMap<K, V> held = new HeldMap<>(stored);
    states.add(held);
    return held;
  }

  void turnTo(String key) {
    customers.add(key);
    states.forEach(state -> state.turnTo(key));
  }

  /** Stores when there is no room for one more. */
  void makeRoom(KeyContext context) {
    if (customers.size() >= MOST) {
      store(context);
    }
  }

  void store(KeyContext context) {
    for (String customer : customers) {
      context.turnTo(customer);
      for (HeldState state : states) {
        state.store(customer);
      }
    }
    states.forEach(HeldState::letGo);
    customers.clear();
  }
}
