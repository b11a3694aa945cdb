package io.rihla.api.testing;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.desk.DeskCommand;
import io.rihla.schemas.desk.DeskSettings;
import io.rihla.schemas.desk.DeskSubject;
import io.rihla.schemas.desk.GoLive;
import io.rihla.schemas.desk.PutCampaign;
import io.rihla.schemas.desk.PutExperiment;
import io.rihla.schemas.desk.PutSettings;
import io.rihla.schemas.desk.SessionLive;
import io.rihla.schemas.desk.SettingsView;
import io.rihla.schemas.desk.SwitchExperiment;
import io.rihla.schemas.topics.Topics;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Plays the registry of the desk over real topics, as far as settings go. */
public final class FakeSettings extends FakeWriter<DeskCommand> {
  private final List<DeskCommand> commands = new CopyOnWriteArrayList<>();
  private volatile DeskSettings settings = SettingsView.usual();

  public FakeSettings(Broker broker) {
    super(broker, Topics.DESK_COMMANDS);
    start();
  }

  public List<DeskCommand> commands() {
    return commands;
  }

  public DeskSettings settings() {
    return settings;
  }

  @Override
  void decide(String key, DeskCommand command) {
    boolean ofSettings =
        command.order() instanceof PutSettings || command.order() instanceof GoLive;
    if (!ofSettings) {
      return;
    }
    commands.add(command);
    int version = settings.version();
    String refusal = null;
    switch (command.order()) {
      case PutSettings put -> {
        if (put.settings().version() != 0 && put.settings().version() != version) {
          refusal = "version was changed meanwhile: it is " + version;
        } else {
          change(put.settings().withLive(settings.live()), command);
        }
      }
      case GoLive live -> {
        if (settings.live().stream().noneMatch(one -> one.session().equals(live.session()))) {
          change(
              settings.withLive(
                  Stream.concat(
                          settings.live().stream(),
                          Stream.of(new SessionLive(live.session(), live.at())))
                      .toList()),
              command);
        }
      }
      case PutCampaign e -> {}
      case PutExperiment e -> {}
      case SwitchExperiment e -> {}
    }
    answer(
        new AdminAction(
            command.commandId(),
            System.currentTimeMillis(),
            command.actor(),
            command.role(),
            command.origin(),
            "settings",
            command.subject(),
            refusal == null ? AuditOutcome.ACCEPTED : AuditOutcome.REJECTED,
            refusal,
            refusal == null ? settings.version() : null));
  }

  private void change(DeskSettings wanted, DeskCommand command) {
    settings =
        wanted
            .withVersion(settings.version() + 1)
            .withUpdatedAt(System.currentTimeMillis())
            .withUpdatedBy(command.actor())
            .withCause(command.commandId());
    send(Topics.SETTINGS.record(DeskSubject.SETTINGS_KEY, settings));
  }
}
