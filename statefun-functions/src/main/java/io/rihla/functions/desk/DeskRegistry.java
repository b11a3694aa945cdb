package io.rihla.functions.desk;

import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.desk.DeskCommand;
import io.rihla.schemas.desk.DeskSubject;
import io.rihla.schemas.desk.GoLive;
import io.rihla.schemas.desk.PutCampaign;
import io.rihla.schemas.desk.PutExperiment;
import io.rihla.schemas.desk.PutSettings;
import io.rihla.schemas.desk.SwitchExperiment;
import io.rihla.schemas.functions.DeskState;

/**
 * Decides what becomes of one campaign, one experiment or the settings: the single writer of its
 * entry. A command that comes again is answered the same and changes nothing.
 */
public final class DeskRegistry {
  private DeskRegistry() {}

  /** What a key holds before anybody put something. */
  public static DeskState begin() {
    return new DeskState(null, null, null);
  }

  public static Verdict decide(DeskState state, DeskCommand command, long now) {
    return switch (command.order()) {
      case PutCampaign put -> campaign(state, command, put.campaign(), now);
      case PutExperiment put -> Experiments.put(state, command, put.experiment(), now);
      case SwitchExperiment order -> Experiments.turn(state, command, order.status(), now);
      case PutSettings put -> SettingsEntry.put(state, command, put.settings(), now);
      case GoLive live -> SettingsEntry.goLive(state, command, live, now);
    };
  }

  private static Verdict campaign(DeskState state, DeskCommand command, Campaign wanted, long now) {
    Campaign current = state.campaign();
    if (current != null && current.cause().equals(command.commandId())) {
      return Verdict.unchanged(command, null, now);
    }
    if (wanted.code().isBlank() || !command.subject().equals(DeskSubject.campaign(wanted.code()))) {
      return Verdict.rejected(command, "code is not that of the campaign that is put", now);
    }
    Campaign stamped =
        wanted.withUpdatedAt(now).withUpdatedBy(command.actor()).withCause(command.commandId());
    return Verdict.changed(command, state.withCampaign(stamped), null, now);
  }
}
