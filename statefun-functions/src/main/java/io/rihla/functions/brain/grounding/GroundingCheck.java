package io.rihla.functions.brain.grounding;

import io.rihla.schemas.catalog.TravelPackage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Compares every price, date, duration, number of seats, code, link and long number of an answer
 * with its sources. A line that names packages, and the lines under it up to an empty one, may only
 * state what these packages say.
 */
public final class GroundingCheck {
  private GroundingCheck() {}

  /**
   * What the answer states without a source, in the order it is written; empty when it is sound.
   */
  public static List<Fault> faults(String answer, Sources sources) {
    List<Fault> faults = new ArrayList<>();
    List<TravelPackage> scope = sources.packages();
    StringBuilder part = new StringBuilder();
    for (String line : answer.lines().toList()) {
      List<TravelPackage> named = named(line, sources.packages());
      if (line.isBlank() || !named.isEmpty()) {
        check(part, sources.about(scope), faults);
        scope = named.isEmpty() ? sources.packages() : named;
      }
      part.append(line).append('\n');
    }
    check(part, sources.about(scope), faults);
    return faults;
  }

  private static void check(StringBuilder part, Sources sources, List<Fault> faults) {
    String plain = PlainText.of(part.toString());
    List<Claim> claims = Claims.in(plain);
    part.setLength(0);
    if (claims.isEmpty()) {
      return;
    }
    Knowledge knowledge = new Knowledge(sources);
    claims.stream()
        .filter(claim -> !knowledge.supports(claim, plain))
        .map(claim -> new Fault(knowledge.kind(claim), claim.shown()))
        .forEach(faults::add);
  }

  /** The longest names first: "Umroh Plus Turki" does not name "Umroh Plus". */
  private static List<TravelPackage> named(String line, List<TravelPackage> packages) {
    String rest = line.replace("*", "").toLowerCase(Locale.ROOT);
    List<TravelPackage> named = new ArrayList<>();
    for (TravelPackage one :
        packages.stream()
            .sorted(Comparator.comparingInt((TravelPackage p) -> p.name().length()).reversed())
            .toList()) {
      String without =
          rest.replace(one.name().toLowerCase(Locale.ROOT), " ")
              .replace(one.code().toLowerCase(Locale.ROOT), " ");
      if (!without.equals(rest)) {
        named.add(one);
        rest = without;
      }
    }
    return named;
  }
}
