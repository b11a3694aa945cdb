package io.rihla.functions.conversation;

import io.rihla.functions.intent.IntentRules;
import io.rihla.functions.language.LanguageDetector;
import io.rihla.functions.packages.Catalog;
import io.rihla.schemas.commands.ConversationCommand;
import io.rihla.schemas.conversation.ExistingChatFound;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.functions.Ball;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.identity.CustomerKey;
import io.rihla.schemas.whatsapp.Ack;
import io.rihla.schemas.whatsapp.ChatExisted;
import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.MessageEdit;
import io.rihla.schemas.whatsapp.MessageRevoke;
import io.rihla.schemas.whatsapp.OwnMessage;
import io.rihla.schemas.whatsapp.PhoneLearned;
import io.rihla.schemas.whatsapp.Reaction;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.util.List;

/**
 * The state machine of one customer: {@code decide(state, stimulus, now)} is pure, so that a replay
 * after a crash decides again without anybody noticing.
 */
public final class Conversation {
  private final Rules rules;
  private final Receiving receiving;
  private final OwnMessages ownMessages;
  private final Gathering gathering;
  private final Answering answering;
  private final Deliveries deliveries;
  private final Leads leads;
  private final ApiTurns apiTurns;
  private final Commands commands;

  public Conversation(Rules rules, Catalog catalog, LanguageDetector languages, IntentRules words) {
    this(rules, catalog, languages, words, Escalations.standard());
  }

  public Conversation(
      Rules rules,
      Catalog catalog,
      LanguageDetector languages,
      IntentRules words,
      Escalations escalations) {
    this.rules = rules;
    this.gathering = new Gathering(rules, languages, new Consent(words));
    this.receiving = new Receiving(rules, catalog, gathering);
    this.ownMessages = new OwnMessages();
    this.answering = new Answering(rules, catalog, words, escalations);
    this.deliveries = new Deliveries();
    this.leads = new Leads();
    this.apiTurns = new ApiTurns(receiving);
    this.commands = new Commands(leads, apiTurns);
  }

  /** A customer nobody has heard of. */
  public static ConversationState begin(CustomerKey customer) {
    return new ConversationState(
        customer.value(),
        customer.conversationId(),
        0,
        0,
        false,
        Phase.LEADS,
        Ball.BOT,
        null,
        0,
        Language.ID,
        null,
        null,
        null,
        "",
        "",
        null,
        null,
        false,
        List.of(),
        0,
        List.of(),
        List.of(),
        0,
        0,
        null,
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        false,
        null,
        List.of(),
        false,
        0,
        0,
        0,
        null,
        null,
        0,
        0,
        false,
        null,
        List.of());
  }

  public Decision decide(ConversationState state, Stimulus stimulus, long now) {
    return switch (stimulus) {
      case Stimulus.Commanded commanded -> commanded(state, commanded.command(), now);
      case Stimulus.FromWhatsApp inbound -> fromWhatsApp(state, inbound.event(), now);
      case Stimulus.WindowOver over -> {
        Ledger ledger = new Ledger(state, state.session(), now, "quiet_window");
        gathering.windowOver(ledger, over.window());
        yield ledger.close();
      }
      case Stimulus.Thinking thinking -> {
        Ledger ledger = new Ledger(state, state.session(), now, thinking.thought().thoughtId());
        answering.answer(ledger, thinking.thought());
        leads.keep(ledger, state);
        apiTurns.answered(ledger, state, thinking.thought());
        yield ledger.close();
      }
      case Stimulus.Failed failed -> {
        Ledger ledger = new Ledger(state, state.session(), now, failed.letterId());
        answering.unanswered(ledger, failed);
        apiTurns.failed(ledger, state, failed.subject());
        yield ledger.close();
      }
      case Stimulus.Delivered delivered -> {
        Ledger ledger = new Ledger(state, state.session(), now, delivered.report().replyId());
        deliveries.record(ledger, delivered.report());
        yield ledger.close();
      }
    };
  }

  private Decision fromWhatsApp(ConversationState state, WhatsAppEvent event, long now) {
    Ledger ledger = new Ledger(state, event.session(), now, event.messageId());
    returnAfterSilence(ledger);
    switch (event.signal()) {
      case InboundMessage message -> receiving.receive(ledger, event, message);
      case OwnMessage message -> ownMessages.receive(ledger, event, message);
      case MessageEdit edit -> receiving.edit(ledger, event, edit);
      case MessageRevoke revoke -> receiving.revoke(ledger, event, revoke);
      case Reaction reaction -> receiving.react(ledger, event, reaction);
      case Ack ack -> deliveries.acknowledge(ledger, event, ack);
      case ChatExisted existed ->
          ledger.write(Ledger.SYSTEM, new ExistingChatFound(existed.lastMessageAt()));
      case PhoneLearned learned -> throw new IllegalStateException("customers are not merged yet");
    }
    leads.keep(ledger, state);
    return ledger.close();
  }

  private Decision commanded(ConversationState state, ConversationCommand command, long now) {
    String session = state.session().isEmpty() ? command.session() : state.session();
    Ledger ledger = new Ledger(state, session, now, command.commandId());
    returnAfterSilence(ledger);
    commands.carryOut(ledger, command);
    leads.keep(ledger, state);
    return ledger.close();
  }

  /** A human who took over on the phone and then fell silent does not silence the bot for ever. */
  private void returnAfterSilence(Ledger ledger) {
    ConversationState state = ledger.state();
    if (state.ball() == Ball.ASSIGNED
        && state.holder() == null
        && ledger.now() - state.humanAt() > rules.humanSilence().toMillis()) {
      ledger.write(Ledger.SYSTEM, new io.rihla.schemas.conversation.ReturnedToBot("human_silent"));
    }
  }
}
