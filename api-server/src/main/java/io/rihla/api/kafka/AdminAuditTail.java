package io.rihla.api.kafka;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.topics.TopicFollower;
import io.rihla.schemas.topics.Topics;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows {@code admin.audit} from now on and tells who waits for a command what became of it.
 * Every server follows all of it, so it does not matter which one took the command.
 */
public final class AdminAuditTail implements AutoCloseable, TopicFollower.Listener<AdminAction> {
  private final Map<String, CompletableFuture<AdminAction>> waiting = new ConcurrentHashMap<>();
  private final TopicFollower<AdminAction> follower;
  private volatile boolean following;

  public AdminAuditTail(String bootstrapServers) {
    this.follower =
        new TopicFollower<>(Topics.ADMIN_AUDIT, bootstrapServers, TopicFollower.From.NOW, this);
  }

  public void start() {
    follower.start();
  }

  /** Whether answers to commands sent now will be seen. */
  public boolean isFollowing() {
    return following;
  }

  /** Completes with the answer to a command; ask before sending it, and {@link #forget} it. */
  public CompletableFuture<AdminAction> expect(String commandId) {
    return waiting.computeIfAbsent(commandId, id -> new CompletableFuture<>());
  }

  public void forget(String commandId) {
    waiting.remove(commandId);
  }

  @Override
  public void record(String key, @Nullable AdminAction action) {
    CompletableFuture<AdminAction> asked = action == null ? null : waiting.get(action.actionId());
    if (asked != null) {
      asked.complete(action);
    }
  }

  @Override
  public void caughtUp() {
    following = true;
  }

  @Override
  public void lost() {
    following = false;
  }

  @Override
  public void close() {
    follower.close();
  }
}
