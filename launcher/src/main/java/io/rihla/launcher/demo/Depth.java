package io.rihla.launcher.demo;

/** How far a journey is meant to go, if the season lasts. */
enum Depth {
  LEADS,
  INTEREST,
  BOOKING,
  PAID;

  /** Campaigns and texts that pull make the later steps more likely. */
  static Depth of(Dice dice, double pull) {
    if (!dice.chance(0.62)) {
      return LEADS;
    }
    if (!dice.chance(Math.min(0.9, 0.30 * pull))) {
      return INTEREST;
    }
    return dice.chance(0.58) ? PAID : BOOKING;
  }

  boolean reaches(Depth other) {
    return compareTo(other) >= 0;
  }
}
