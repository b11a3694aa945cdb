package io.rihla.functions.conversation;

import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.functions.ConversationState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Writes the events of one decision: numbers them without a gap, names them the same on every
 * replay, and carries the state along. Lives only inside of {@link Conversation#decide}.
 */
final class Ledger {
  static final String CUSTOMER = "customer";
  static final String BOT = "bot";
  static final String SYSTEM = "system";

  private final String session;
  private final long now;
  private final String cause;
  private final List<ConversationEvent> events = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private ConversationState state;

  Ledger(ConversationState state, String session, long now, String cause) {
    this.state = state;
    this.session = session;
    this.now = now;
    this.cause = cause;
  }

  ConversationState state() {
    return state;
  }

  long now() {
    return now;
  }

  /** Something that happened now. */
  void write(String actor, EventPayload payload) {
    write(actor, now, payload);
  }

  /** Something that happened at {@code time} and is learned now. */
  void write(String actor, long time, EventPayload payload) {
    long seq = state.lastSeq() + 1;
    ConversationEvent event =
        new ConversationEvent(
            "evt_%s_%d".formatted(state.customerKey().substring(2), seq),
            time,
            now,
            state.customerKey(),
            state.conversationId(),
            Evolution.journeyOf(state, payload),
            session,
            seq,
            cause,
            actor,
            payload);
    events.add(event);
    state = Evolution.evolve(state, event);
  }

  /** What is remembered without being news. */
  void amend(UnaryOperator<ConversationState> change) {
    state = change.apply(state);
  }

  String session() {
    return session;
  }

  /** The last event of a kind in this decision. */
  <T extends EventPayload> Optional<T> last(Class<T> kind) {
    return events.reversed().stream()
        .map(ConversationEvent::payload)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  void effect(Effect effect) {
    effects.add(effect);
  }

  Decision close() {
    return new Decision(state, events, effects);
  }
}
