package io.rihla.api.commands;

import io.helidon.webserver.http.ServerRequest;
import io.rihla.api.kafka.AdminAuditTail;
import io.rihla.api.kafka.EventLog;
import io.rihla.api.kafka.LogUnavailable;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.security.Caller;
import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.desk.DeskCommand;
import io.rihla.schemas.desk.DeskOrder;
import io.rihla.schemas.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a command to the registry of the desk and waits until it has decided about it. */
public final class DeskCommands {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final EventLog log;
  private final AdminAuditTail audit;
  private final Clock clock;

  public DeskCommands(EventLog log, AdminAuditTail audit, Clock clock) {
    this.log = log;
    this.audit = audit;
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
    String id = "cmd_" + UUID.randomUUID();
    DeskCommand command =
        new DeskCommand(
            id,
            clock.millis(),
            caller.name(),
            caller.acting(writers),
            request.remotePeer().host(),
            subject,
            order);
    try {
      AdminAction action = send(command, PATIENCE);
      if (action.outcome() == AuditOutcome.REJECTED) {
        throw new ProblemException(
            Problem.of(409, "rejected", "Conflict", String.valueOf(action.reason())));
      }
      return action;
    } catch (LogUnavailable e) {
      throw new ProblemException(
          Problem.unavailable("the log did not acknowledge in time: try again"), e);
    } catch (TimeoutException e) {
      throw new ProblemException(
          Problem.of(
              504,
              "not-answered",
              "Not answered in time",
              "the change was sent but not confirmed within 10 s: read it to see"),
          e);
    }
  }

  /** The same where no person asks. */
  public AdminAction send(DeskCommand command, Duration patience)
      throws LogUnavailable, TimeoutException {
    if (!audit.isFollowing()) {
      throw new LogUnavailable("the audit topic is not followed yet");
    }
    CompletableFuture<AdminAction> answer = audit.expect(command.commandId());
    try {
      log.append(Topics.DESK_COMMANDS, command.subject(), command);
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailable("interrupted while the desk was asked", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      audit.forget(command.commandId());
    }
  }
}
