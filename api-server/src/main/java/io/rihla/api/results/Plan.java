package io.rihla.api.results;

import io.rihla.api.problem.ProblemException;
import io.rihla.api.store.ListParameters;
import io.rihla.schemas.desk.Experiment;
import io.rihla.schemas.desk.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is compared with what: as asked for, else as the experiment was set up. */
record Plan(
    String goal,
    Optional<String> askedControl,
    Optional<Weights> askedWeights,
    List<Variant> variants) {
  private static final Set<String> GOALS = Set.of("INTEREST", "BOOKING", "PAID");
  private static final String STANDARD_GOAL = "BOOKING";
  private static final String CONTROL = "control";

  static Plan of(Function<String, Optional<String>> parameter, Optional<Experiment> experiment) {
    return new Plan(
        parameter
            .apply("goal")
            .map(text -> ListParameters.oneOf("goal", text, GOALS))
            .or(() -> experiment.map(one -> one.goal().name()))
            .orElse(STANDARD_GOAL),
        parameter.apply("control"),
        parameter.apply("weights").map(Weights::parse),
        experiment.map(Experiment::variants).orElse(List.of()));
  }

  /** The counts with the arms nobody has seen yet. */
  List<ExperimentResult.Count> complete(List<ExperimentResult.Count> counts) {
    List<ExperimentResult.Count> all = new ArrayList<>(counts);
    for (Variant variant : variants) {
      if (counts.stream().noneMatch(count -> count.variant().equals(variant.name()))) {
        all.add(new ExperimentResult.Count(variant.name(), 0, 0));
      }
    }
    return all;
  }

  int control(List<String> names) {
    if (askedControl.isPresent() && !names.contains(askedControl.get())) {
      throw ProblemException.badField("control", "must be one of " + String.join(", ", names));
    }
    String wanted =
        askedControl.orElseGet(() -> variants.isEmpty() ? CONTROL : variants.getFirst().name());
    return Math.max(0, names.indexOf(wanted));
  }

  List<Double> weights(List<String> names) {
    if (askedWeights.isPresent()) {
      return askedWeights.get().of(names);
    }
    return names.stream().map(this::weight).toList();
  }

  /** Equal shares where nothing is known of the experiment. */
  private double weight(String name) {
    return variants.stream()
        .filter(variant -> variant.name().equals(name) && variant.weight() > 0)
        .mapToDouble(Variant::weight)
        .findFirst()
        .orElse(1);
  }
}
