package io.rihla.api.results;

import io.rihla.api.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How customers were meant to fall to the arms, such as {@code control:1,warm:2}. */
record Weights(Map<String, Double> byVariant) {
  static Weights parse(String text) {
    Map<String, Double> weights = new HashMap<>();
    for (String part : text.split(",", -1)) {
      int colon = part.lastIndexOf(':');
      String number = part.substring(colon + 1).strip();
      if (colon < 1
          || !number.matches("\\d{1,6}(\\.\\d{1,6})?")
          || Double.parseDouble(number) <= 0) {
        throw ProblemException.badField("weights", "must look like control:1,warm:2");
      }
      weights.put(part.substring(0, colon).strip(), Double.valueOf(number));
    }
    return new Weights(weights);
  }

  List<Double> of(List<String> variants) {
    return variants.stream()
        .map(
            variant -> {
              Double weight = byVariant.get(variant);
              if (weight == null) {
                throw ProblemException.badField(
                    "weights", "has none for " + variant + ": name every variant");
              }
              return weight;
            })
        .toList();
  }
}
