package io.rihla.functions.conversation;

import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.ReplyCancelled;
import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.CancelReply;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.OpenReply;
import io.rihla.schemas.functions.Turn;
import io.rihla.schemas.whatsapp.MessageKind;
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
    ConversationState state = ledger.state();
    OpenReply answer = unbegun(state);
    if (answer == null) {
      return;
    }
    int said = turnOf(state, answer);
    if (said < 0 || !onlyTheCustomerSince(state, said)) {
      return;
    }
    List<Turn> answered = answered(state, said);
    if (!answered.isEmpty()
        && isFresh(ledger, state.history().get(said))
        && ledger.now() - answered.getFirst().at() < LONGEST.toMillis()) {
      Replies.keepIn(ledger, new CancelReply(answer.replyId(), REASON, true));
    }
  }

  /** An answer was asked back and delivery has not said yet what became of it. */
  static boolean awaitsWord(Ledger ledger) {
    ConversationState state = ledger.state();
    OpenReply answer = unbegun(state);
    int said = answer == null ? -1 : turnOf(state, answer);
    return said >= 0
        && said < state.history().size() - 1
        && onlyTheCustomerSince(state, said)
        && isFresh(ledger, state.history().get(said));
  }

  /**
   * Nothing of a reply is out or will be.
   *
   * @return whether its messages wait for an answer again
   */
  static boolean isBack(Ledger ledger, String replyId) {
    boolean askedBack =
        ledger.state().openReplies().stream()
            .anyMatch(
                reply -> reply.replyId().equals(replyId) && reply.open() == reply.partIds().size());
    if (askedBack) {
      ledger.write(Ledger.SYSTEM, new ReplyCancelled(replyId, REASON));
    }
    return askedBack && !ledger.state().burst().isEmpty();
  }

  private static @Nullable OpenReply unbegun(ConversationState state) {
    return state.openReplies().stream()
        .filter(Replies::isAnswer)
        .filter(reply -> reply.open() == reply.partIds().size())
        .reduce((first, second) -> second)
        .orElse(null);
  }

  private static boolean isFresh(Ledger ledger, Turn said) {
    return ledger.now() - said.at() < FRESH.toMillis();
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

  /** What the bot answered with the words of this turn. */
  private static List<Turn> answered(ConversationState state, int said) {
    List<Turn> answered = new ArrayList<>();
    for (int at = said - 1; at >= 0; at--) {
      Turn turn = state.history().get(at);
      if (!turn.author().equals(Ledger.CUSTOMER) || turn.messageId() == null) {
        break;
      }
      answered.add(turn);
    }
    return answered.reversed();
  }

  static ConversationState takeBack(
      ConversationState state, ConversationEvent event, OpenReply reply) {
    int said = turnOf(state, reply);
    if (said < 0) {
      return state;
    }
    List<BurstMessage> burst = new ArrayList<>();
    for (Turn turn : answered(state, said)) {
      String messageId = turn.messageId();
      if (messageId != null) {
        burst.add(new BurstMessage(messageId, MessageKind.TEXT, turn.text(), null, turn.at()));
      }
    }
    burst.addAll(state.burst());
    List<Turn> history = new ArrayList<>(state.history());
    history.remove(said);
    int answered = Math.max(0, state.answered() - 1);
    return state
        .withBurst(burst)
        .withBurstBeganAt(event.recordedAt())
        .withHistory(history)
        .withAnswered(answered)
        .withFreshCode(state.freshCode() || (answered == 0 && state.packageCode() != null))
        // the brain thinks about less than is asked now
        .withThought(null)
        .withLastQuestion(onlyTheCustomerSince(state, said) ? null : state.lastQuestion());
  }
}
