package io.rihla.launcher.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * What happens at one sitting, in order. What would happen after the season's end does not happen,
 * nor does anything that would have followed it.
 */
final class Visit {
  final Customer customer;
  private final long end;
  private final List<Deed> deeds = new ArrayList<>();
  private boolean cut;

  Visit(Customer customer, long end) {
    this.customer = customer;
    this.end = end;
  }

  /** Whether it happened. */
  boolean add(Deed deed) {
    cut |= deed.until() > end;
    if (!cut) {
      deeds.add(deed);
      Consequences.of(customer, deed);
    }
    return !cut;
  }

  /** Whether the season is over for this customer. */
  boolean cut() {
    return cut;
  }

  /** When the last of it was over. */
  long until() {
    return deeds.getLast().until();
  }

  List<Deed> deeds() {
    return deeds;
  }
}
