package io.rihla.functions.desk;

import io.rihla.schemas.desk.DeskCommand;
import io.rihla.schemas.desk.DeskSubject;
import io.rihla.schemas.desk.Experiment;
import io.rihla.schemas.desk.ExperimentStatus;
import io.rihla.schemas.desk.Variant;
import io.rihla.schemas.functions.DeskState;
import java.util.Optional;

/** An experiment is only changed while it does not run: what it measured stays what it was. */
final class Experiments {
  private Experiments() {}

  static Verdict put(DeskState state, DeskCommand command, Experiment wanted, long now) {
    Experiment current = state.experiment();
    if (current != null && current.cause().equals(command.commandId())) {
      return Verdict.unchanged(command, current.version(), now);
    }
    if (current != null && current.status() == ExperimentStatus.RUNNING) {
      return Verdict.rejected(command, "the experiment is running: stop it first", now);
    }
    int version = current == null ? 0 : current.version();
    Optional<String> fault = fault(command, wanted, version);
    return fault.isPresent()
        ? Verdict.rejected(command, fault.get(), now)
        : changed(
            state,
            command,
            wanted
                .withStatus(ExperimentStatus.DRAFT)
                .withStartedAt(null)
                .withStoppedAt(null)
                .withVersion(version),
            now);
  }

  static Verdict turn(DeskState state, DeskCommand command, ExperimentStatus to, long now) {
    Experiment current = state.experiment();
    if (current == null) {
      return Verdict.rejected(command, "there is no such experiment: put it first", now);
    }
    if (current.status() == to) {
      return Verdict.unchanged(command, current.version(), now);
    }
    return switch (to) {
      case RUNNING ->
          changed(
              state, command, current.withStatus(to).withStartedAt(now).withStoppedAt(null), now);
      case STOPPED ->
          current.status() == ExperimentStatus.RUNNING
              ? changed(state, command, current.withStatus(to).withStoppedAt(now), now)
              : Verdict.rejected(command, "the experiment does not run", now);
      case DRAFT ->
          Verdict.rejected(
              command, "an experiment is started or stopped: put it to change it", now);
    };
  }

  private static Optional<String> fault(DeskCommand command, Experiment wanted, int version) {
    if (wanted.name().isBlank()
        || !command.subject().equals(DeskSubject.experiment(wanted.name()))) {
      return Optional.of("name is not that of the experiment that is put");
    }
    if (wanted.version() != 0 && wanted.version() != version) {
      return Optional.of(
          "version %d was changed meanwhile: it is %d now, read it again"
              .formatted(wanted.version(), version));
    }
    if (wanted.variants().size() < 2) {
      return Optional.of("variants must be two or more, the first is the control");
    }
    if (wanted.variants().stream().map(Variant::name).distinct().count()
        != wanted.variants().size()) {
      return Optional.of("variants must have names of their own");
    }
    boolean weighed =
        wanted.variants().stream().allMatch(variant -> variant.weight() >= 0)
            && wanted.variants().stream().anyMatch(variant -> variant.weight() > 0);
    return weighed
        ? Optional.empty()
        : Optional.of("weight must be 0 or more, and more than 0 in one variant at least");
  }

  private static Verdict changed(DeskState state, DeskCommand command, Experiment value, long now) {
    Experiment stamped =
        value
            .withVersion(value.version() + 1)
            .withUpdatedAt(now)
            .withUpdatedBy(command.actor())
            .withCause(command.commandId());
    return Verdict.changed(command, state.withExperiment(stamped), stamped.version(), now);
  }
}
