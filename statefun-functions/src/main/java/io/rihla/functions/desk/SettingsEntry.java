package io.rihla.functions.desk;

import io.rihla.schemas.desk.DeskCommand;
import io.rihla.schemas.desk.DeskSettings;
import io.rihla.schemas.desk.DeskSubject;
import io.rihla.schemas.desk.GoLive;
import io.rihla.schemas.desk.SessionLive;
import io.rihla.schemas.desk.SettingsView;
import io.rihla.schemas.functions.DeskState;
import java.util.ArrayList;
import java.util.List;

/** The settings of the desk: whoever puts them cannot make a live session unlive. */
final class SettingsEntry {
  private SettingsEntry() {}

  static Verdict put(DeskState state, DeskCommand command, DeskSettings wanted, long now) {
    DeskSettings current = current(state);
    if (current.cause().equals(command.commandId())) {
      return Verdict.unchanged(command, current.version(), now);
    }
    if (!command.subject().equals(DeskSubject.SETTINGS)) {
      return Verdict.rejected(command, "settings are put under " + DeskSubject.SETTINGS, now);
    }
    if (wanted.version() != 0 && wanted.version() != current.version()) {
      return Verdict.rejected(
          command,
          "version %d was changed meanwhile: it is %d now, read it again"
              .formatted(wanted.version(), current.version()),
          now);
    }
    if (wanted.claimMinutes() < 0 || wanted.silenceMinutes() < 0) {
      return Verdict.rejected(
          command, "claim_minutes and silence_minutes must be 0 (never) or more", now);
    }
    return changed(
        state, command, wanted.withLive(current.live()).withVersion(current.version()), now);
  }

  static Verdict goLive(DeskState state, DeskCommand command, GoLive live, long now) {
    DeskSettings current = current(state);
    if (!command.subject().equals(DeskSubject.SETTINGS)) {
      return Verdict.rejected(command, "sessions go live under " + DeskSubject.SETTINGS, now);
    }
    if (current.live().stream().anyMatch(one -> one.session().equals(live.session()))) {
      return Verdict.unchanged(command, current.version(), now);
    }
    List<SessionLive> sessions = new ArrayList<>(current.live());
    sessions.add(new SessionLive(live.session(), live.at()));
    return changed(state, command, current.withLive(sessions), now);
  }

  private static DeskSettings current(DeskState state) {
    DeskSettings settings = state.settings();
    return settings == null ? SettingsView.usual() : settings;
  }

  private static Verdict changed(
      DeskState state, DeskCommand command, DeskSettings value, long now) {
    DeskSettings stamped =
        value
            .withVersion(value.version() + 1)
            .withUpdatedAt(now)
            .withUpdatedBy(command.actor())
            .withCause(command.commandId());
    return Verdict.changed(command, state.withSettings(stamped), stamped.version(), now);
  }
}
