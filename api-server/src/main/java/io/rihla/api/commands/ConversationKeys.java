package io.rihla.api.commands;

import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.StoreUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the customer of a conversation, also by the id of one that became it. ClickHouse follows
 * the log by about a second, so a conversation that has just begun is looked for a little longer.
 */
public final class ConversationKeys {
  private static final Pattern SYNTAX = Pattern.compile("conv_[0-9a-f]{16}");
  private static final Duration LAG = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final String FIND =
      """
      SELECT customer_key, session
      FROM conversations
      WHERE conversation_id = ifNull(
          (SELECT to_conversation_id FROM merged_customers WHERE conversation_id = ? LIMIT 1), ?)
      LIMIT 1
      """;

  private final ClickHouse clickHouse;

  public ConversationKeys(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  /** Whom a command is for. */
  public record Target(String customerKey, String session) {}

  public Target find(String conversationId) {
    if (!SYNTAX.matcher(conversationId).matches()) {
      throw unknown(conversationId);
    }
    long end = System.nanoTime() + LAG.toNanos();
    try {
      while (true) {
        Optional<Target> found =
            clickHouse.first(
                FIND,
                row -> new Target(row.text("customer_key"), row.text("session")),
                conversationId,
                conversationId);
        if (found.isPresent()) {
          return found.get();
        }
        if (System.nanoTime() > end) {
          throw unknown(conversationId);
        }
        Thread.sleep(PAUSE);
      }
    } catch (StoreUnavailable e) {
      throw e.asProblem();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(Problem.unavailable("the server is stopping: try again"), e);
    }
  }

  private static ProblemException unknown(String conversationId) {
    return new ProblemException(Problem.notFound("there is no conversation " + conversationId));
  }
}
