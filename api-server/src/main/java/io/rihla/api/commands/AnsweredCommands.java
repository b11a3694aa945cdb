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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** Sends a command to the function that decides about it and waits until it has decided. */
public final class AnsweredCommands {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final EventLog log;
  private final AdminAuditTail audit;

  public AnsweredCommands(EventLog log, AdminAuditTail audit) {
    this.log = log;
    this.audit = audit;
  }

  public static String newId() {
    return "cmd_" + UUID.randomUUID();
  }

  /** The accepted command's audit action; a refused one ends the request with 409. */
  public <T extends AvroMessage> AdminAction carryOut(
      Topic<T> topic, String key, String id, T command) {
    return carryOut(topic, key, id, command, conflict -> conflict);
  }

  /**
   * The same.
   *
   * @param refusal adds what the caller should know to the 409
   */
  <T extends AvroMessage> AdminAction carryOut(
      Topic<T> topic, String key, String id, T command, UnaryOperator<Problem> refusal) {
    try {
      AdminAction action = decision(topic, key, id, command, PATIENCE);
      if (action.outcome() == AuditOutcome.REJECTED) {
        throw new ProblemException(
            refusal.apply(
                Problem.of(409, "rejected", "Conflict", String.valueOf(action.reason()))));
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

  /** What was decided, a refusal too. */
  <T extends AvroMessage> AdminAction decision(
      Topic<T> topic, String key, String id, T command, Duration patience)
      throws LogUnavailable, TimeoutException {
    if (!audit.isFollowing()) {
      throw new LogUnavailable("the audit topic is not followed yet");
    }
    CompletableFuture<AdminAction> answer = audit.expect(id);
    try {
      log.append(topic, key, command);
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailable("interrupted while a decision was awaited", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      audit.forget(id);
    }
  }
}
