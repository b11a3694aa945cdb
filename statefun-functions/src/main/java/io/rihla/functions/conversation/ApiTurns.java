package io.rihla.functions.conversation;

import io.rihla.schemas.commands.ConversationCommand;
import io.rihla.schemas.commands.ProcessMessage;
import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.conversation.ReplyPlanned;
import io.rihla.schemas.conversation.TurnAnswered;
import io.rihla.schemas.functions.Ball;
import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.MessageKind;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message that came through the API: a turn like any other, thought about at once,
 * whose answer is told and not sent.
 */
final class ApiTurns {
  private final Receiving receiving;
  private final Silence silence;

  ApiTurns(Receiving receiving, Silence silence) {
    this.receiving = receiving;
    this.silence = silence;
  }

  Optional<String> begin(Ledger ledger, ConversationCommand command, ProcessMessage order) {
    ConversationState state = ledger.state();
    if (state.ball() == Ball.ASSIGNED) {
      String holder = state.holder() == null ? "somebody on the phone" : state.holder();
      return Optional.of(holder + " holds this conversation: the bot is silent in it");
    }
    if (silence.isOff(state)) {
      return Optional.of(
          state.botOff()
              ? "the bot is switched off in this conversation"
              : "the bot is switched off in all conversations");
    }
    if (silence.ignores(order.phone())) {
      return Optional.of("this number is on the ignore list");
    }
    InboundMessage message =
        new InboundMessage(MessageKind.TEXT, order.text(), null, null, List.of(), null, null);
    WhatsAppEvent event = event(ledger, command, order, message);
    if (receiving.opens(state, message) || (!state.open() && order.currentPhase() != null)) {
      Receiving.openJourney(ledger, event, message);
    }
    Phase reached = ledger.state().phase();
    Phase told = order.currentPhase();
    if (told != null && told.compareTo(reached) > 0) {
      ledger.write(
          Commands.actor(command),
          new PhaseChanged(reached, told, "told_by_api", event.messageId(), null, null));
    }
    receiving.receive(ledger, event, message);
    return Optional.empty();
  }

  /** Whether nobody waits for the answer on WhatsApp. */
  static boolean only(ConversationState state, List<BurstMessage> burst) {
    return !burst.isEmpty()
        && burst.stream().allMatch(message -> state.apiMessages().contains(message.messageId()));
  }

  /**
   * Tells who waits at the API what came out, as the last event of the turn.
   *
   * @param before the state in which the thought was still awaited
   */
  void answered(Ledger ledger, ConversationState before, Thought thought) {
    if (thought.thoughtId().equals(before.thought())) {
      tell(ledger, before, thought, thought.needsHuman());
    }
  }

  /** The thought failed: nobody at the API needs to wait until patience ends. */
  void failed(Ledger ledger, ConversationState before, String subject) {
    if (subject.equals(before.thought())) {
      tell(ledger, before, null, HandoverReason.LLM_UNAVAILABLE);
    }
  }

  private static void tell(
      Ledger ledger,
      ConversationState before,
      @Nullable Thought thought,
      @Nullable HandoverReason reason) {
    List<String> ids =
        before.burst().stream()
            .map(BurstMessage::messageId)
            .filter(before.apiMessages()::contains)
            .toList();
    if (ids.isEmpty()) {
      return;
    }
    ConversationState state = ledger.state();
    Optional<ReplyPlanned> reply = ledger.last(ReplyPlanned.class);
    boolean needsHuman = state.ball() != Ball.BOT;
    ledger.write(
        Ledger.BOT,
        new TurnAnswered(
            ids,
            before.thought(),
            reply.map(ReplyPlanned::replyId).orElse(null),
            reply.map(ReplyPlanned::text).orElse(""),
            reply.map(ReplyPlanned::media).orElse(List.of()),
            state.phase(),
            thought == null ? 0 : thought.confidence(),
            needsHuman,
            needsHuman ? (reason == null ? state.need() : reason) : null,
            state.language(),
            ledger.last(AiAnswered.class).map(AiAnswered::intent).orElse(Intent.OTHER),
            state.packageCode(),
            thought == null ? "" : thought.promptVersion()));
  }

  private static WhatsAppEvent event(
      Ledger ledger, ConversationCommand command, ProcessMessage order, InboundMessage message) {
    ConversationState state = ledger.state();
    return new WhatsAppEvent(
        "evt_" + command.commandId(),
        ledger.now(),
        ledger.now(),
        state.customerKey(),
        order.phone(),
        state.lid(),
        state.name(),
        ledger.session(),
        state.chatId().isEmpty() ? order.phone() + "@c.us" : state.chatId(),
        command.commandId(),
        false,
        false,
        Channel.API,
        null,
        message);
  }
}
