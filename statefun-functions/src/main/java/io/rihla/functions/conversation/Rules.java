package io.rihla.functions.conversation;

import java.time.Duration;
import java.time.ZoneId;

/** The numbers a conversation goes by. */
public record Rules(
    Duration quietWindow,
    Duration longestBurst,
    Duration staleAfter,
    Duration humanSilence,
    ZoneId zone) {

  public static Rules standard(Duration quietWindow, ZoneId zone) {
    return new Rules(
        quietWindow, Duration.ofSeconds(8), Duration.ofHours(2), Duration.ofHours(12), zone);
  }
}
