package io.rihla.launcher.demo;

/** How many journeys came how far. */
public record Steps(long leads, long interest, long booking, long paid) {
  static final Steps NONE = new Steps(0, 0, 0, 0);

  Steps plus(Steps other) {
    return new Steps(
        leads + other.leads, interest + other.interest, booking + other.booking, paid + other.paid);
  }

  /** The four numbers, as people read them beside each other. */
  public String words() {
    return "%d %d %d %d".formatted(leads, interest, booking, paid);
  }

  static Steps of(Journey journey) {
    boolean booking = journey.reachedBookingAt > 0;
    return new Steps(
        1,
        booking || journey.reachedInterestAt > 0 ? 1 : 0,
        booking ? 1 : 0,
        journey.paid > journey.refunded ? 1 : 0);
  }
}
