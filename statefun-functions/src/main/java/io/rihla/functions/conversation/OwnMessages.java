package io.rihla.functions.conversation;

import io.rihla.schemas.conversation.AdminReplied;
import io.rihla.schemas.conversation.TakenOverFromPhone;
import io.rihla.schemas.functions.Ball;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.OpenReply;
import io.rihla.schemas.whatsapp.OwnMessage;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.util.List;

/**
 * Messages from our own number: the echo of what the bot sent, or a human on the phone, who takes
 * the conversation over.
 */
final class OwnMessages {
  void receive(Ledger ledger, WhatsAppEvent event, OwnMessage message) {
    ConversationState state = ledger.state();
    boolean seen =
        state.seen().contains(Evolution.identity(event.session(), true, event.messageId()));
    if (seen || isEcho(state, event, message)) {
      return;
    }
    ledger.write(
        "admin",
        event.occurredAt(),
        new AdminReplied(event.messageId(), null, message.text(), "phone"));
    if (state.ball() == Ball.ASSIGNED) {
      return;
    }
    List<OpenReply> begun = Replies.begunByBot(state);
    ledger.write("admin", new TakenOverFromPhone(event.messageId()));
    Replies.cancel(ledger, begun, "taken_over");
  }

  private static boolean isEcho(ConversationState state, WhatsAppEvent event, OwnMessage message) {
    String id = event.messageId();
    if (state.sent().stream().anyMatch(part -> part.messageId().equals(id))) {
      return true;
    }
    return state.openReplies().stream().anyMatch(reply -> couldBe(reply, id, message));
  }

  /** While a reply is going out its echo may come before WAHA told us the id it was given. */
  private static boolean couldBe(OpenReply reply, String id, OwnMessage message) {
    if (reply.partIds().contains(id)) {
      return true;
    }
    String text = message.text();
    if (text == null || text.isBlank()) {
      return "api".equals(message.source());
    }
    return isPart(reply.text(), text.strip());
  }

  /** The text of a reply is its parts in order, with an empty line between them. */
  private static boolean isPart(String reply, String text) {
    return ("\n\n" + reply.strip() + "\n\n").contains("\n\n" + text + "\n\n");
  }
}
