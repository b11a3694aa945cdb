package io.rihla.api.packages;

import io.rihla.api.kafka.AdminAuditTail;
import io.rihla.api.kafka.EventLog;
import io.rihla.api.kafka.LogUnavailable;
import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.catalog.PackageCommand;
import io.rihla.schemas.catalog.PutPackage;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the registry of packages to change one, and waits for what it says. */
final class PackageCommands {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final EventLog log;
  private final AdminAuditTail audit;
  private final Clock clock;

  PackageCommands(EventLog log, AdminAuditTail audit, Clock clock) {
    this.log = log;
    this.audit = audit;
    this.clock = clock;
  }

  /** Who changes something, and from where. */
  record Author(String name, Role role, String origin) {}

  /** A command on its way. */
  record Sent(String commandId, CompletableFuture<AdminAction> answer, long deadlineNanos) {}

  Sent put(TravelPackage wanted, Author author) throws LogUnavailable {
    if (!audit.isFollowing()) {
      throw new LogUnavailable("the audit topic is not followed yet");
    }
    String id = "cmd_" + UUID.randomUUID();
    CompletableFuture<AdminAction> answer = audit.expect(id);
    try {
      log.append(
          Topics.PACKAGE_COMMANDS,
          wanted.code(),
          new PackageCommand(
              id,
              clock.millis(),
              author.name(),
              author.role(),
              author.origin(),
              wanted.code(),
              new PutPackage(wanted)));
    } catch (LogUnavailable e) {
      audit.forget(id);
      throw e;
    }
    return new Sent(id, answer, System.nanoTime() + PATIENCE.toNanos());
  }

  /** What became of a command; empty when nobody said so in time. */
  Optional<AdminAction> await(Sent sent) {
    try {
      long left = Math.max(1, sent.deadlineNanos() - System.nanoTime());
      return Optional.of(sent.answer().get(left, TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      audit.forget(sent.commandId());
    }
  }
}
