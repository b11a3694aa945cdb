package io.rihla.functions.desk;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.desk.DeskCommand;
import io.rihla.schemas.desk.GoLive;
import io.rihla.schemas.desk.PutCampaign;
import io.rihla.schemas.desk.PutExperiment;
import io.rihla.schemas.desk.PutSettings;
import io.rihla.schemas.desk.SwitchExperiment;
import io.rihla.schemas.functions.DeskState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to a command, and what its key holds from now on if that changed. */
public record Verdict(AdminAction action, Optional<DeskState> changed) {

  static Verdict changed(
      DeskCommand command, DeskState state, @Nullable Integer version, long now) {
    return new Verdict(
        action(command, AuditOutcome.ACCEPTED, null, version, now), Optional.of(state));
  }

  static Verdict unchanged(DeskCommand command, @Nullable Integer version, long now) {
    return new Verdict(
        action(command, AuditOutcome.ACCEPTED, null, version, now), Optional.empty());
  }

  static Verdict rejected(DeskCommand command, String reason, long now) {
    return new Verdict(action(command, AuditOutcome.REJECTED, reason, null, now), Optional.empty());
  }

  private static AdminAction action(
      DeskCommand command,
      AuditOutcome outcome,
      @Nullable String reason,
      @Nullable Integer version,
      long now) {
    String name =
        switch (command.order()) {
          case PutCampaign e -> "campaign.put";
          case PutExperiment e -> "experiment.put";
          case SwitchExperiment e -> "experiment.switch";
          case PutSettings e -> "settings.put";
          case GoLive e -> "settings.go_live";
        };
    return new AdminAction(
        command.commandId(),
        now,
        command.actor(),
        command.role(),
        command.origin(),
        name,
        command.subject(),
        outcome,
        reason,
        version);
  }
}
