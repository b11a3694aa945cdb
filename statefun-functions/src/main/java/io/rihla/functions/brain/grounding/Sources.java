package io.rihla.functions.brain.grounding;

import io.rihla.schemas.catalog.TravelPackage;
import java.util.List;

/**
 * What an answer may rely on.
 *
 * @param packages the packages whose data was given
 * @param texts the agency's own texts that were given: company, rules, FAQ
 * @param customer what the customer wrote: a source of preferences (how many people, which month),
 *     never of prices or other facts
 * @param now epoch ms; a count of seats is a source only while it is fresh
 */
public record Sources(
    List<TravelPackage> packages, List<String> texts, List<String> customer, long now) {
  /** How long a count of seats may be repeated. */
  public static final long SEATS_GOOD_FOR_MS = 15 * 60 * 1000;

  Sources about(List<TravelPackage> some) {
    return new Sources(some, texts, customer, now);
  }

  /** Whether the seats of a package may be named at this moment. */
  public static boolean seatsAreFresh(TravelPackage subject, long now) {
    return now - subject.seatsAsOf() <= SEATS_GOOD_FOR_MS;
  }
}
