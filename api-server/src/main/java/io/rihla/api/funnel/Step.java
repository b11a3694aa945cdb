package io.rihla.api.funnel;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A step of the funnel and when a journey reached it. */
enum Step {
  LEADS("opened_at"),
  INTEREST("interest_at"),
  BOOKING("booking_at"),
  PAID("paid_at");

  static final Set<String> NAMES =
      Arrays.stream(values()).map(Step::name).collect(Collectors.toUnmodifiableSet());

  private final String column;

  Step(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }
}
