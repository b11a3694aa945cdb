package io.rihla.api.experiments;

import io.rihla.schemas.desk.Experiment;
import io.rihla.schemas.desk.ExperimentStatus;
import io.rihla.schemas.desk.Variant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Experiments on the same thing: two at once would spoil each other's figures. */
final class Rivals {
  private Rivals() {}

  /** Why an experiment may not start beside those that run. */
  static Optional<String> of(Experiment wanted, Collection<Experiment> all) {
    for (Experiment other : all) {
      if (other.status() == ExperimentStatus.RUNNING && !other.name().equals(wanted.name())) {
        Set<String> common = subjects(wanted);
        common.retainAll(subjects(other));
        if (!common.isEmpty()) {
          return Optional.of(
              "experiment %s runs on %s already: stop it first"
                  .formatted(other.name(), String.join(", ", common)));
        }
      }
    }
    return Optional.empty();
  }

  private static Set<String> subjects(Experiment experiment) {
    Set<String> subjects = new TreeSet<>();
    for (Variant arm : experiment.variants()) {
      if (arm.section() != null) {
        subjects.add(arm.section().name().toLowerCase(Locale.ROOT));
      }
      if (arm.media() != null) {
        subjects.add("media");
      }
      if (arm.callToAction() != null) {
        subjects.add("call_to_action");
      }
    }
    return subjects;
  }
}
