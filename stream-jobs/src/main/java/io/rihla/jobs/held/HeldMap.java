package io.rihla.jobs.held;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** A map per customer, read as a whole and stored entry by entry. */
final class HeldMap<K extends Comparable<K>, V> implements MapState<K, V>, HeldState {
  /** The entries, and the keys whose stored entry is another or none. */
  private record Slot<K, V>(TreeMap<K, V> entries, Set<K> changed) {}

  private final MapState<K, V> stored;
  private final Map<String, Slot<K, V>> slots = new HashMap<>();
  private String key = "";

  HeldMap(MapState<K, V> stored) {
    this.stored = stored;
  }

  @Override
  public void turnTo(String customer) {
    key = customer;
  }

  private Slot<K, V> slot() throws Exception {
    Slot<K, V> slot = slots.get(key);
    if (slot == null) {
      slot = new Slot<>(new TreeMap<>(), new HashSet<>());
      for (Map.Entry<K, V> entry : stored.entries()) {
        slot.entries().put(entry.getKey(), entry.getValue());
      }
      slots.put(key, slot);
    }
    return slot;
  }

  @Override
  @SuppressWarnings("NullAway") // Flink's convention: null is no value
  public V get(K name) throws Exception {
    return slot().entries().get(name);
  }

  @Override
  public void put(K name, V value) throws Exception {
    Slot<K, V> slot = slot();
    slot.entries().put(name, value);
    slot.changed().add(name);
  }

  @Override
  public void putAll(Map<K, V> values) throws Exception {
    for (Map.Entry<K, V> entry : values.entrySet()) {
      put(entry.getKey(), entry.getValue());
    }
  }

  @Override
  public void remove(K name) throws Exception {
    Slot<K, V> slot = slot();
    if (slot.entries().remove(name) != null) {
      slot.changed().add(name);
    }
  }

  @Override
  public boolean contains(K name) throws Exception {
    return slot().entries().containsKey(name);
  }

  @Override
  public Iterable<Map.Entry<K, V>> entries() throws Exception {
    return Collections.unmodifiableMap(slot().entries()).entrySet();
  }

  @Override
  public Iterable<K> keys() throws Exception {
    return Collections.unmodifiableMap(slot().entries()).keySet();
  }

  @Override
  public Iterable<V> values() throws Exception {
    return Collections.unmodifiableMap(slot().entries()).values();
  }

  @Override
  public Iterator<Map.Entry<K, V>> iterator() throws Exception {
    return entries().iterator();
  }

  @Override
  public boolean isEmpty() throws Exception {
    return slot().entries().isEmpty();
  }

  @Override
  public void clear() {
    try {
      Slot<K, V> slot = slot();
      slot.changed().addAll(slot.entries().keySet());
      slot.entries().clear();
    } catch (Exception e) {
      throw new FlinkRuntimeException("the state of a customer cannot be read", e);
    }
  }

  @Override
  public void store(String customer) {
    Slot<K, V> slot = slots.get(customer);
    if (slot != null) {
      try {
        for (K name : slot.changed()) {
          store(name, slot.entries().get(name));
        }
      } catch (Exception e) {
        throw new FlinkRuntimeException("the state of a customer cannot be stored", e);
      }
    }
  }

  private void store(K name, @Nullable V value) throws Exception {
    if (value == null) {
      stored.remove(name);
    } else {
      stored.put(name, value);
    }
  }

  @Override
  public void letGo() {
    slots.clear();
  }
}
