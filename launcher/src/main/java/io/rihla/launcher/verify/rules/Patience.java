package io.rihla.launcher.verify.rules;

import io.rihla.launcher.verify.history.History;
import java.time.Duration;

/**
 * How long something may be on its way before it counts as lost.
 *
 * @param thinking from a message to what it led to, and from an event to its row
 * @param delivering from a planned reply to the end of its parts
 */
public record Patience(Duration thinking, Duration delivering) {
  /** Delivery tries for half an hour. */
  private static final Duration DELIVERING = Duration.ofMinutes(31);

  public static Patience ofThinking(Duration thinking) {
    return new Patience(thinking, DELIVERING);
  }

  boolean mayThink(History history, long since) {
    return history.readAt() - since < thinking.toMillis();
  }

  boolean mayDeliver(History history, long since) {
    return history.readAt() - since < delivering.toMillis();
  }
}
