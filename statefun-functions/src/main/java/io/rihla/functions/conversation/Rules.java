package io.rihla.functions.conversation;

import java.time.Duration;
import java.time.ZoneId;

/**
 * The numbers a conversation goes by.
 *
 * @param minute what the desk's settings count in; tests make it short
 */
public record Rules(
    Duration quietWindow,
    Duration longestBurst,
    Duration staleAfter,
    Duration humanSilence,
    Duration minute,
    ZoneId zone) {

  public static Rules standard(Duration quietWindow, ZoneId zone) {
    return new Rules(
        quietWindow,
        Duration.ofSeconds(8),
        Duration.ofHours(2),
        Duration.ofHours(12),
        Duration.ofMinutes(1),
        zone);
  }

  public Rules withMinute(Duration shorter) {
    return new Rules(quietWindow, longestBurst, staleAfter, humanSilence, shorter, zone);
  }
}
