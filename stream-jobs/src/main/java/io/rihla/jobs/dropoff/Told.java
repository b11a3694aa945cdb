package io.rihla.jobs.dropoff;

import java.util.List;

/** The drop-offs of a journey as its rows stand in the table. */
public record Told(List<DropOff> dropOffs) {
  static final Told NOTHING = new Told(List.of());

  /** Rows that are new or not as they were. */
  List<DropOff> changed(List<DropOff> now) {
    return now.stream().filter(dropOff -> !dropOffs.contains(dropOff)).toList();
  }

  /** Rows that no longer hold. */
  List<DropOff> withdrawn(List<DropOff> now) {
    return dropOffs.stream().filter(told -> now.stream().noneMatch(told::isSameSilence)).toList();
  }
}
