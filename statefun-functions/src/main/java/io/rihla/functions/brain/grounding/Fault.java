package io.rihla.functions.brain.grounding;

import java.util.Locale;

/** Something an answer states that none of its sources says. */
public record Fault(Kind kind, String shown) {
  /** What is wrong. */
  public enum Kind {
    PRICE,
    DATE,
    DURATION,
    SEATS,
    PEOPLE,
    CODE,
    ADDRESS,
    DISTANCE,
    STARS,
    PERCENT,
    TIME,
    NUMBER
  }

  /** As a model and an analyst read it. */
  public String text() {
    return "%s not in the sources: %s"
        .formatted(kind.name().toLowerCase(Locale.ROOT), shown.strip());
  }
}
