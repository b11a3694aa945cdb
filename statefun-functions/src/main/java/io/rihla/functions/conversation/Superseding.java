package io.rihla.functions.conversation;

import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.ReplyCancelled;
import io.rihla.schemas.functions.CancelReply;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.OpenReply;
import io.rihla.schemas.functions.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that comes while an answer is decided but not out asks the answer back. Only when
 * delivery says that nothing of it is out does what it answered wait again, to be answered together
 * with the new message; an answer that was faster stays, and the new message is answered alone.
 */
final class Superseding {
  static final String REASON = "superseded";

  /** A customer who writes on and on is answered all the same. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** So long delivery is asked and its word awaited; then what is new is thought about. */
  private static final Duration FRESH = Duration.ofSeconds(15);

  private Superseding() {}

  /** Before a message of the customer is written down. */
  static void askBack(Ledger ledger) {
    OpenReply answer = unbegun(ledger);
    if (answer != null) {
      Replies.keepIn(ledger, new CancelReply(answer.replyId(), REASON, true));
    }
  }

  /** An answer was asked back and delivery has not said yet what became of it. */
  static boolean awaitsWord(Ledger ledger) {
    OpenReply answer = unbegun(ledger);
    return answer != null && turnOf(ledger.state(), answer) < ledger.state().history().size() - 1;
  }

  /**
   * Nothing of a reply is out or will be.
   *
   * @return whether its messages wait for an answer again
   */
  static boolean keptIn(Ledger ledger, String replyId) {
    boolean askedBack =
        ledger.state().openReplies().stream()
            .anyMatch(
                reply -> reply.replyId().equals(replyId) && reply.open() == reply.partIds().size());
    if (askedBack) {
      ledger.write(Ledger.SYSTEM, new ReplyCancelled(replyId, REASON));
    }
    return askedBack && !ledger.state().burst().isEmpty();
  }

  /** The last answer, when it can be asked back. */
  private static @Nullable OpenReply unbegun(Ledger ledger) {
    ConversationState state = ledger.state();
    return state.openReplies().stream()
        .filter(Replies::isAnswer)
        .reduce((first, second) -> second)
        .filter(reply -> !reply.answers().isEmpty())
        .filter(
            reply -> ledger.now() - reply.answers().getFirst().occurredAt() < LONGEST.toMillis())
        .filter(reply -> isFresh(ledger, turnOf(state, reply)))
        .orElse(null);
  }

  /** These were the bot's last words, and not long ago. */
  private static boolean isFresh(Ledger ledger, int said) {
    List<Turn> history = ledger.state().history();
    return said >= 0
        && ledger.now() - history.get(said).at() < FRESH.toMillis()
        && onlyTheCustomerSince(ledger.state(), said);
  }

  /** Where the history has this reply, or -1. */
  private static int turnOf(ConversationState state, OpenReply reply) {
    String text = Evolution.cut(reply.text());
    List<Turn> history = state.history();
    for (int at = history.size() - 1; at >= 0; at--) {
      Turn turn = history.get(at);
      if (turn.author().equals(Ledger.BOT) && turn.text().equals(text)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean onlyTheCustomerSince(ConversationState state, int said) {
    return state.history().subList(said + 1, state.history().size()).stream()
        .allMatch(turn -> turn.author().equals(Ledger.CUSTOMER));
  }

  static ConversationState takeBack(
      ConversationState state, ConversationEvent event, OpenReply reply) {
    int answered = Math.max(0, state.answered() - 1);
    ConversationState next =
        state
            .withBurst(Unanswered.together(reply.answers(), state.burst()))
            .withBurstBeganAt(event.recordedAt())
            .withAnswered(answered)
            .withFreshCode(state.freshCode() || (answered == 0 && state.packageCode() != null))
            // the brain thinks about less than is asked now
            .withThought(null);
    int said = turnOf(state, reply);
    if (said < 0) {
      return next;
    }
    List<Turn> history = new ArrayList<>(state.history());
    history.remove(said);
    return next.withHistory(history)
        .withLastQuestion(onlyTheCustomerSince(state, said) ? null : state.lastQuestion());
  }
}
