package io.rihla.api.freshness;

import java.time.Instant;

/**
 * An event seen in the log.
 *
 * @param number its seq, or the number of the journey it opens
 */
record Sighting(String customerKey, long number, boolean opensJourney, Instant at) {
  String key() {
    return customerKey + "/" + number;
  }
}
