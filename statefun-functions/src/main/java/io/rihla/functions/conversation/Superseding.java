package io.rihla.functions.conversation;

import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.OpenReply;
import io.rihla.schemas.functions.Turn;
import io.rihla.schemas.whatsapp.MessageKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message that comes while an answer is decided but not out takes the answer back: what it
 * answered waits again and is answered together with the new message.
 */
final class Superseding {
  static final String REASON = "superseded";

  /** A customer who writes on and on is answered all the same. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** What should be out by now may be out without our knowing. */
  private static final Duration FRESH = Duration.ofSeconds(15);

  private Superseding() {}

  static void takeBack(Ledger ledger) {
    ConversationState state = ledger.state();
    Optional<OpenReply> answer =
        state.openReplies().stream()
            .filter(Replies::isAnswer)
            .filter(reply -> reply.open() == reply.partIds().size())
            .reduce((first, second) -> second);
    List<Turn> answered = answered(state);
    if (answer.isPresent()
        && !answered.isEmpty()
        && said(state, answer.get())
        && ledger.now() - state.history().getLast().at() < FRESH.toMillis()
        && ledger.now() - answered.getFirst().at() < LONGEST.toMillis()) {
      Replies.cancel(ledger, List.of(answer.get()), REASON);
    }
  }

  /** The bot's last words are this reply. */
  private static boolean said(ConversationState state, OpenReply reply) {
    return state.history().getLast().text().equals(Evolution.cut(reply.text()));
  }

  /** What the bot's last words answered. */
  private static List<Turn> answered(ConversationState state) {
    List<Turn> answered = new ArrayList<>();
    List<Turn> history = state.history();
    if (history.isEmpty() || !history.getLast().author().equals(Ledger.BOT)) {
      return answered;
    }
    for (int at = history.size() - 2; at >= 0; at--) {
      Turn turn = history.get(at);
      if (!turn.author().equals(Ledger.CUSTOMER) || turn.messageId() == null) {
        break;
      }
      answered.add(turn);
    }
    return answered.reversed();
  }

  static ConversationState takeBack(ConversationState state, ConversationEvent event) {
    List<BurstMessage> burst = new ArrayList<>();
    for (Turn turn : answered(state)) {
      String messageId = turn.messageId();
      if (messageId != null) {
        burst.add(new BurstMessage(messageId, MessageKind.TEXT, turn.text(), null, turn.at()));
      }
    }
    burst.addAll(state.burst());
    int answered = Math.max(0, state.answered() - 1);
    return state
        .withBurst(burst)
        .withBurstBeganAt(event.recordedAt())
        .withHistory(state.history().subList(0, state.history().size() - 1))
        .withAnswered(answered)
        .withFreshCode(state.freshCode() || (answered == 0 && state.packageCode() != null))
        .withLastQuestion(null);
  }
}
