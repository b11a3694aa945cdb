package io.rihla.api.commands;

import io.helidon.webserver.http.ServerRequest;
import io.rihla.api.kafka.AdminAuditTail;
import io.rihla.api.kafka.EventLog;
import io.rihla.api.kafka.LogUnavailable;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.security.AccessTable;
import io.rihla.api.security.Caller;
import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.commands.ConversationCommand;
import io.rihla.schemas.commands.ConversationOrder;
import io.rihla.schemas.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends a command to a conversation and waits until the conversation has decided about it. */
public final class ConversationCommands {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern HELD = Pattern.compile("(.+?) holds this conversation\\b");

  private final EventLog log;
  private final AdminAuditTail audit;
  private final Clock clock;

  public ConversationCommands(EventLog log, AdminAuditTail audit, Clock clock) {
    this.log = log;
    this.audit = audit;
    this.clock = clock;
  }

  public static String newId() {
    return "cmd_" + UUID.randomUUID();
  }

  /** The accepted command's audit action; a refused one ends the request with 409. */
  public AdminAction carryOut(
      ServerRequest request, ConversationKeys.Target target, ConversationOrder order) {
    return carryOut(request, newId(), target, order);
  }

  public AdminAction carryOut(
      ServerRequest request, String id, ConversationKeys.Target target, ConversationOrder order) {
    if (!audit.isFollowing()) {
      throw unavailable(new LogUnavailable("the audit topic is not followed yet"));
    }
    Caller caller = Caller.of(request);
    ConversationCommand command =
        new ConversationCommand(
            id,
            clock.millis(),
            target.customerKey(),
            target.session(),
            caller.name(),
            caller.acting(AccessTable.ADMINS),
            request.remotePeer().host(),
            order);
    CompletableFuture<AdminAction> answer = audit.expect(id);
    try {
      log.append(Topics.CONVERSATION_COMMANDS, target.customerKey(), command);
      AdminAction action = answer.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
      if (action.outcome() == AuditOutcome.REJECTED) {
        String reason = String.valueOf(action.reason());
        throw new ProblemException(
            Problem.of(409, "rejected", "Conflict", reason).heldBy(holder(reason)));
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

  /** The audit names the holder in its words only. */
  private static @Nullable String holder(String reason) {
    Matcher held = HELD.matcher(reason);
    return held.lookingAt() ? held.group(1) : null;
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
            "the command was sent but not confirmed within 10 s: read the conversation to see"),
        e);
  }
}
