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

/** Asks the desk's registry for a change and waits until it has decided. */
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
   * The accepted change's audit action; a refused one ends the request with 409.
   *
   * @param subject the key, such as {@code campaign/UMR_MAR_2027_HEMAT}
   * @param writers the roles that may, one of which is recorded
   */
  public AdminAction carryOut(
      ServerRequest request, String subject, Set<Role> writers, DeskOrder order) {
    if (!audit.isFollowing()) {
      throw unavailable(new LogUnavailable("the audit topic is not followed yet"));
    }
    String id = "cmd_" + UUID.randomUUID();
    Caller caller = Caller.of(request);
    DeskCommand command =
        new DeskCommand(
            id,
            clock.millis(),
            caller.name(),
            caller.acting(writers),
            request.remotePeer().host(),
            subject,
            order);
    CompletableFuture<AdminAction> answer = audit.expect(id);
    try {
      log.append(Topics.DESK_COMMANDS, subject, command);
      AdminAction action = answer.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
      if (action.outcome() == AuditOutcome.REJECTED) {
        throw new ProblemException(
            Problem.of(409, "rejected", "Conflict", String.valueOf(action.reason())));
      }
      return action;
    } catch (LogUnavailable e) {
      throw unavailable(e);
    } catch (TimeoutException e) {
      throw unanswered(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unanswered(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      audit.forget(id);
    }
  }

  private static ProblemException unavailable(LogUnavailable e) {
    return new ProblemException(
        Problem.unavailable("the log did not acknowledge in time: try again"), e);
  }

  private static ProblemException unanswered(Exception e) {
    return new ProblemException(
        Problem.of(
            504,
            "not-answered",
            "Not answered in time",
            "the change was sent but not confirmed within 10 s: read it to see"),
        e);
  }
}
