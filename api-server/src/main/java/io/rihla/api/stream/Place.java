package io.rihla.api.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a reader of the events is: for each partition the offset of the first event not told yet.
 *
 * @param log names the log, so that a place in another one is not taken for a place in this
 */
record Place(String log, List<Long> offsets) {
  private static final Pattern SYNTAX =
      Pattern.compile("[\\w-]{1,40}\\.\\d{1,18}(-\\d{1,18}){0,99}");

  Place {
    offsets = List.copyOf(offsets);
  }

  /** Reads an event id; empty when it is none. */
  static Optional<Place> parse(String text) {
    if (!SYNTAX.matcher(text).matches()) {
      return Optional.empty();
    }
    int dot = text.indexOf('.');
    return Optional.of(
        new Place(
            text.substring(0, dot),
            Arrays.stream(text.substring(dot + 1).split("-", -1)).map(Long::valueOf).toList()));
  }

  /** Whether the event at this offset has been told. */
  boolean isPast(int partition, long offset) {
    return offset < offsets.get(partition);
  }

  Place after(int partition, long offset) {
    List<Long> next = new ArrayList<>(offsets);
    next.set(partition, offset + 1);
    return new Place(log, next);
  }

  /** How many offsets lie between this place and a later one; negative when it is not later. */
  long distance(Place later) {
    long distance = 0;
    for (int i = 0; i < offsets.size(); i++) {
      long step = later.offsets.get(i) - offsets.get(i);
      if (step < 0) {
        return -1;
      }
      distance += step;
    }
    return distance;
  }

  boolean isOfSameLog(Place other) {
    return log.equals(other.log) && offsets.size() == other.offsets.size();
  }

  @Override
  public String toString() {
    return log + "." + String.join("-", offsets.stream().map(String::valueOf).toList());
  }
}
