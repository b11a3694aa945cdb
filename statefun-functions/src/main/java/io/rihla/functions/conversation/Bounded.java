package io.rihla.functions.conversation;

import java.util.ArrayList;
import java.util.List;

/** Lists that forget their oldest entries. */
final class Bounded {
  private Bounded() {}

  static <T> List<T> append(List<T> list, T entry, int most) {
    List<T> longer = new ArrayList<>(list);
    longer.add(entry);
    return longer.size() <= most ? longer : longer.subList(longer.size() - most, longer.size());
  }
}
