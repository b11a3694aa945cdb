package io.rihla.functions.conversation;

import io.rihla.functions.intent.IntentRules;
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
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.identity.CampaignCode;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.MessageEdit;
import io.rihla.schemas.whatsapp.MessageKind;
import io.rihla.schemas.whatsapp.MessageRevoke;
import io.rihla.schemas.whatsapp.Reaction;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.util.Optional;

/** What a customer does: writes, edits, deletes, reacts. Each message counts once. */
final class Receiving {
  private final Rules rules;
  private final Attribution attribution;
  private final Gathering gathering;
  private final Silence silence;
  private final IntentRules words;

  Receiving(Rules rules, Catalog catalog, Gathering gathering, Silence silence, IntentRules words) {
    this.rules = rules;
    this.attribution = new Attribution(catalog);
    this.gathering = gathering;
    this.silence = silence;
    this.words = words;
  }

  void receive(Ledger ledger, WhatsAppEvent event, InboundMessage message) {
    if (ledger
        .state()
        .seen()
        .contains(Evolution.identity(event.session(), false, event.messageId()))) {
      return;
    }
    Optional<IgnoreReason> alone = silence.about(ledger.state(), event, message);
    if (alone.isPresent()) {
      write(ledger, event, message);
      ignore(ledger, event, alone.get());
      return;
    }
    if (opens(ledger.state(), message)) {
      openJourney(ledger, event, message);
    }
    boolean heard = ledger.state().ball() != Ball.ASSIGNED && !silence.isOff(ledger.state());
    if (heard && event.channel() != Channel.API && !empty(message)) {
      Superseding.askBack(ledger);
    }
    write(ledger, event, message);
    attribution.attribute(ledger, event, message);
    if (ledger.state().ball() == Ball.ASSIGNED) {
      ignore(ledger, event, IgnoreReason.ASSIGNED);
    } else if (silence.isOff(ledger.state())) {
      ignore(ledger, event, IgnoreReason.BOT_OFF);
    } else if (event.receivedAt() - event.occurredAt() > rules.staleAfter().toMillis()) {
      Escalation.raise(ledger, HandoverReason.STALE_MESSAGE, null);
      ignore(ledger, event, IgnoreReason.STALE);
      goOn(ledger);
    } else if (empty(message)) {
      ignore(ledger, event, IgnoreReason.EMPTY);
      goOn(ledger);
    } else {
      gathering.gather(ledger);
    }
  }

  /** What was being thought about when a message came that needs no answer still needs one. */
  private void goOn(Ledger ledger) {
    if (!ledger.state().burst().isEmpty()) {
      gathering.gather(ledger);
    }
  }

  /**
   * The first words of a customer open a journey. After one is closed only an enquiry opens the
   * next: who says thank you is answered and that is all.
   */
  boolean opens(ConversationState state, InboundMessage message) {
    if (state.open()) {
      return false;
    }
    String text = message.text();
    if (state.journey() == 0 || message.ad() != null) {
      return true;
    }
    return text != null && (!CampaignCode.findAll(text).isEmpty() || enquires(text));
  }

  private boolean enquires(String text) {
    return switch (words.understand(text).intent()) {
      case DETAILS, PREFERENCES, PAYMENT -> true;
      case GREETING, HUMAN, THANKS, AFFIRM, DENY, STOP, ANGER, OTHER -> false;
    };
  }

  private static void write(Ledger ledger, WhatsAppEvent event, InboundMessage message) {
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
