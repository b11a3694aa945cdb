package io.rihla.api.commands;

import io.helidon.webserver.http.ServerRequest;
import io.rihla.api.kafka.LogUnavailable;
import io.rihla.api.security.Caller;
import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.desk.DeskCommand;
import io.rihla.schemas.desk.DeskOrder;
import io.rihla.schemas.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Commands to the registry of the desk: campaigns, experiments and settings. */
public final class DeskCommands {
  private final AnsweredCommands commands;
  private final Clock clock;

  public DeskCommands(AnsweredCommands commands, Clock clock) {
    this.commands = commands;
    this.clock = clock;
  }

  /**
   * The accepted command's audit action; a refused one ends the request with 409.
   *
   * @param subject the key, see {@link io.rihla.schemas.desk.DeskSubject}
   * @param writers the roles that may do this
   */
  public AdminAction carryOut(
      ServerRequest request, String subject, Set<Role> writers, DeskOrder order) {
    Caller caller = Caller.of(request);
    DeskCommand command =
        new DeskCommand(
            AnsweredCommands.newId(),
            clock.millis(),
            caller.name(),
            caller.acting(writers),
            request.remotePeer().host(),
            subject,
            order);
    return commands.carryOut(Topics.DESK_COMMANDS, subject, command.commandId(), command);
  }

  /** The same where no person asks. */
  public AdminAction send(DeskCommand command, Duration patience)
      throws LogUnavailable, TimeoutException {
    return commands.decision(
        Topics.DESK_COMMANDS, command.subject(), command.commandId(), command, patience);
  }
}
