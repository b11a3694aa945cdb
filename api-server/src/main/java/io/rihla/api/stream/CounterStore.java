package io.rihla.api.stream;

import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.DeskCounts;
import io.rihla.api.store.StoreUnavailable;

/** The live counters' one question to the view {@code desk}, in which the dashboard counts too. */
final class CounterStore {
  private static final String FIGURES = "SELECT %s FROM desk".formatted(DeskCounts.COLUMNS);

  private final ClickHouse clickHouse;

  CounterStore(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  DeskCounts read() throws StoreUnavailable {
    return clickHouse.first(FIGURES, DeskCounts::of).orElseThrow();
  }
}
