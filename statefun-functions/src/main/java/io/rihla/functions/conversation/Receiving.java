package io.rihla.functions.conversation;

import io.rihla.functions.packages.Catalog;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.IgnoreReason;
import io.rihla.schemas.conversation.JourneyOpened;
import io.rihla.schemas.conversation.MessageEdited;
import io.rihla.schemas.conversation.MessageIgnored;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.MessageRevoked;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.conversation.ReactionReceived;
import io.rihla.schemas.functions.Ball;
import io.rihla.schemas.identity.CampaignCode;
import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.MessageEdit;
import io.rihla.schemas.whatsapp.MessageKind;
import io.rihla.schemas.whatsapp.MessageRevoke;
import io.rihla.schemas.whatsapp.Reaction;
import io.rihla.schemas.whatsapp.WhatsAppEvent;

/** What a customer does: writes, edits, deletes, reacts. Each message counts once. */
final class Receiving {
  private final Rules rules;
  private final Attribution attribution;
  private final Gathering gathering;

  Receiving(Rules rules, Catalog catalog, Gathering gathering) {
    this.rules = rules;
    this.attribution = new Attribution(catalog);
    this.gathering = gathering;
  }

  void receive(Ledger ledger, WhatsAppEvent event, InboundMessage message) {
    if (ledger
        .state()
        .seen()
        .contains(Evolution.identity(event.session(), false, event.messageId()))) {
      return;
    }
    if (!ledger.state().open()) {
      openJourney(ledger, event, message);
    }
    ledger.write(
        Ledger.CUSTOMER,
        event.occurredAt(),
        new MessageReceived(
            event.messageId(),
            event.chatId(),
            message.kind(),
            message.text(),
            message.media(),
            message.location(),
            message.contacts(),
            message.replyTo(),
            message.ad(),
            event.channel(),
            event.late(),
            event.receivedAt(),
            event.phone(),
            event.name()));
    attribution.attribute(ledger, event, message);
    if (ledger.state().ball() == Ball.ASSIGNED) {
      ignore(ledger, event, IgnoreReason.ASSIGNED);
    } else if (ledger.state().botOff()) {
      ignore(ledger, event, IgnoreReason.BOT_OFF);
    } else if (event.receivedAt() - event.occurredAt() > rules.staleAfter().toMillis()) {
      Escalation.raise(ledger, HandoverReason.STALE_MESSAGE, null);
      ignore(ledger, event, IgnoreReason.STALE);
    } else if (empty(message)) {
      ignore(ledger, event, IgnoreReason.EMPTY);
    } else {
      gathering.gather(ledger);
    }
  }

  void edit(Ledger ledger, WhatsAppEvent event, MessageEdit edit) {
    once(ledger, event, new MessageEdited(edit.targetId(), edit.text()));
  }

  void revoke(Ledger ledger, WhatsAppEvent event, MessageRevoke revoke) {
    once(ledger, event, new MessageRevoked(revoke.targetId()));
  }

  void react(Ledger ledger, WhatsAppEvent event, Reaction reaction) {
    once(ledger, event, new ReactionReceived(reaction.targetId(), reaction.emoji()));
  }

  private static void once(Ledger ledger, WhatsAppEvent event, EventPayload payload) {
    String identity = Evolution.identity(event.session(), payload.getClass(), event.messageId());
    if (!ledger.state().seen().contains(identity)) {
      ledger.write(event.fromMe() ? "admin" : Ledger.CUSTOMER, event.occurredAt(), payload);
    }
  }

  static void openJourney(Ledger ledger, WhatsAppEvent event, InboundMessage message) {
    ledger.write(
        Ledger.CUSTOMER,
        event.occurredAt(),
        new JourneyOpened(
            event.phone(), event.lid(), event.name(), event.chatId(), source(message), null));
    ledger.write(
        Ledger.SYSTEM,
        event.occurredAt(),
        new PhaseChanged(null, Phase.LEADS, "first_contact", event.messageId(), null, null));
  }

  private static String source(InboundMessage message) {
    if (message.ad() != null) {
      return "meta_ad";
    }
    return message.text() != null && !CampaignCode.findAll(message.text()).isEmpty()
        ? "code"
        : "direct";
  }

  private static boolean empty(InboundMessage message) {
    boolean wordless = message.text() == null || message.text().isBlank();
    return wordless && (message.kind() == MessageKind.TEXT || message.kind() == MessageKind.OTHER);
  }

  private static void ignore(Ledger ledger, WhatsAppEvent event, IgnoreReason reason) {
    ledger.write(Ledger.SYSTEM, new MessageIgnored(event.messageId(), reason));
  }
}
