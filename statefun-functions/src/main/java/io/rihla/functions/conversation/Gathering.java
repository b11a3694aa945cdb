package io.rihla.functions.conversation;

import io.rihla.functions.language.LanguageDetector;
import io.rihla.schemas.conversation.IgnoreReason;
import io.rihla.schemas.conversation.LanguageDetected;
import io.rihla.schemas.conversation.ThoughtRequested;
import io.rihla.schemas.functions.Ball;
import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.QuietWindowOver;
import io.rihla.schemas.functions.Situation;
import io.rihla.schemas.functions.ThoughtRequest;
import java.time.Duration;
import java.util.List;

/** Waits until a customer has finished writing and then asks the brain once, about everything. */
final class Gathering {
  /** How soon it is looked again whether delivery has said what became of an answer. */
  private static final Duration ASKED_AGAIN = Duration.ofMillis(500);

  private final Rules rules;
  private final LanguageDetector languages;
  private final Consent consent;
  private final Silence silence;
  private final Rating rating;

  Gathering(
      Rules rules, LanguageDetector languages, Consent consent, Silence silence, Rating rating) {
    this.rules = rules;
    this.languages = languages;
    this.consent = consent;
    this.silence = silence;
    this.rating = rating;
  }

  /** Another message is in the burst: think when it stays quiet, but not later than the longest. */
  void gather(Ledger ledger) {
    ConversationState state = ledger.state();
    if (forApi(state)) {
      think(ledger); // somebody waits for the answer
      return;
    }
    Duration left =
        rules.longestBurst().minusMillis(Math.max(0, ledger.now() - state.burstBeganAt()));
    Duration window = rules.quietWindow().compareTo(left) < 0 ? rules.quietWindow() : left;
    if (window.isPositive()) {
      ledger.effect(new Effect.WakeAfter(window, new QuietWindowOver(state.lastMessageSeq())));
    } else {
      think(ledger);
    }
  }

  void windowOver(Ledger ledger, QuietWindowOver window) {
    ConversationState state = ledger.state();
    boolean wroteAgain = state.lastMessageSeq() != window.messageSeq();
    boolean longEnough = ledger.now() - state.burstBeganAt() >= rules.longestBurst().toMillis();
    if (!state.burst().isEmpty()
        && state.thought() == null
        && state.ball() != Ball.ASSIGNED
        && (!wroteAgain || longEnough)) {
      think(ledger);
    }
  }

  private static boolean forApi(ConversationState state) {
    return state.apiMessages().contains(state.burst().getLast().messageId());
  }

  private void think(Ledger ledger) {
    if (!forApi(ledger.state()) && Superseding.awaitsWord(ledger)) {
      ledger.effect(
          new Effect.WakeAfter(ASKED_AGAIN, new QuietWindowOver(ledger.state().lastMessageSeq())));
      return;
    }
    List<BurstMessage> burst = Burst.inOrder(ledger.state().burst());
    if (silence.isOff(ledger.state())) {
      Silence.ignoreAll(ledger, IgnoreReason.BOT_OFF);
      return;
    }
    if (consent.refuses(ledger, burst) || rating.take(ledger, burst)) {
      return;
    }
    detectLanguage(ledger, burst);
    ConversationState state = ledger.state();
    String thoughtId = "%s-t%d".formatted(state.conversationId(), state.thoughts() + 1);
    ledger.write(
        Ledger.BOT,
        new ThoughtRequested(thoughtId, burst.stream().map(BurstMessage::messageId).toList()));
    ledger.effect(
        new Effect.Think(
            new ThoughtRequest(
                thoughtId,
                state.customerKey(),
                state.conversationId(),
                state.journey(),
                ledger.now(),
                situation(state),
                state.phase(),
                state.language(),
                state.name(),
                state.packageCode(),
                state.rejectedCodes(),
                burst,
                state.history(),
                state.lastQuestion(),
                state.mediaShown(),
                state.ball() == Ball.WAITING,
                state.summary())));
  }

  private void detectLanguage(Ledger ledger, List<BurstMessage> burst) {
    String text = Burst.text(burst);
    languages
        .detect(text)
        .filter(found -> found.language() != ledger.state().language())
        .ifPresent(
            found ->
                ledger.write(
                    Ledger.BOT, new LanguageDetected(found.language(), found.confidence())));
  }

  private static Situation situation(ConversationState state) {
    if (state.freshCode()) {
      return Situation.GREETING_WITH_CODE;
    }
    if (!state.rejectedCodes().isEmpty()) {
      return Situation.GREETING_INVALID_CODE;
    }
    return state.answered() == 0 ? Situation.GREETING_WITHOUT_CODE : Situation.TURN;
  }
}
