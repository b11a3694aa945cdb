package io.rihla.api.kafka;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.topics.TopicFollower;
import io.rihla.schemas.topics.Topics;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Follows {@code admin.audit} from now on and tells who waits for a command what became of it.
 * Every server follows all of it, so it does not matter which one took the command.
 */
public final class AdminAuditTail implements AutoCloseable, TopicFollower.Listener<AdminAction> {
  private final Map<String, CompletableFuture<AdminAction>> waiting = new ConcurrentHashMap<>();
  private final TopicFollower<AdminAction> follower;

  public AdminAuditTail(String bootstrapServers) {
    this.follower = TopicFollower.fromNow(Topics.ADMIN_AUDIT, bootstrapServers, this);
  }

  public void start() {
    follower.start();
  }

  /** Whether answers to commands sent now will be seen. */
  public boolean isFollowing() {
    return follower.isFollowing();
  }

  /** Completes with the answer to a command; ask before sending it, and {@link #forget} it. */
  public CompletableFuture<AdminAction> expect(String commandId) {
    return waiting.computeIfAbsent(commandId, id -> new CompletableFuture<>());
  }

  public void forget(String commandId) {
    waiting.remove(commandId);
  }

  @Override
  public void record(TopicFollower.Position at, String key, AdminAction action) {
    CompletableFuture<AdminAction> asked = waiting.get(action.actionId());
    if (asked != null) {
      asked.complete(action);
    }
  }

  @Override
  public void close() {
    follower.close();
  }
}
