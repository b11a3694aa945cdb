package io.rihla.api.commands;

import io.rihla.api.kafka.AdminAuditTail;
import io.rihla.api.kafka.EventLog;
import io.rihla.api.kafka.LogUnavailable;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.codec.AvroMessage;
import io.rihla.schemas.topics.Topic;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a command to a registry and waits until it has decided about it. */
public final class AnsweredCommands {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final EventLog log;
  private final AdminAuditTail audit;

  public AnsweredCommands(EventLog log, AdminAuditTail audit) {
    this.log = log;
    this.audit = audit;
  }

  /** The accepted command's audit action; a refused one ends the request with 409. */
  public <T extends AvroMessage> AdminAction carryOut(
      Topic<T> topic, String key, String id, T command) {
    if (!audit.isFollowing()) {
      throw new ProblemException(
          Problem.unavailable("the audit topic is not followed yet: try again in a moment"));
    }
    CompletableFuture<AdminAction> answer = audit.expect(id);
    try {
      log.append(topic, key, command);
      AdminAction action = answer.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
      if (action.outcome() == AuditOutcome.REJECTED) {
        throw new ProblemException(
            Problem.of(409, "rejected", "Conflict", String.valueOf(action.reason())));
      }
      return action;
    } catch (LogUnavailable e) {
      throw new ProblemException(
          Problem.unavailable("the log did not acknowledge in time: try again"), e);
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
