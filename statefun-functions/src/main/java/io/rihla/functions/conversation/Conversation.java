package io.rihla.functions.conversation;

import io.rihla.functions.intent.IntentRules;
import io.rihla.functions.language.LanguageDetector;
import io.rihla.functions.packages.Catalog;
import io.rihla.functions.texts.Texts;
import io.rihla.schemas.conversation.ExistingChatFound;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.desk.DeskSettings;
import io.rihla.schemas.desk.SettingsView;
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
import java.util.function.Supplier;

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
  private final Patience patience;
  private final Merging merging;
  private final Remembering remembering;

  /** With the usual settings and the texts that come with Rihla. */
  public Conversation(Rules rules, Catalog catalog, LanguageDetector languages, IntentRules words) {
    this(
        rules,
        catalog,
        languages,
        words,
        Escalations.standard(),
        SettingsView::usual,
        Texts::standard,
        "");
  }

  public Conversation(
      Rules rules,
      Catalog catalog,
      LanguageDetector languages,
      IntentRules words,
      Escalations escalations,
      Supplier<DeskSettings> settings,
      Supplier<Texts> texts,
      String company) {
    this.rules = rules;
    Silence silence = new Silence(settings, catalog);
    Rating rating = new Rating(settings, texts, company);
    this.gathering = new Gathering(rules, languages, new Consent(words), silence, rating);
    this.receiving = new Receiving(rules, catalog, gathering, silence, words);
    this.ownMessages = new OwnMessages();
    this.answering = new Answering(rules, catalog, words, escalations, silence);
    this.deliveries = new Deliveries();
    this.leads = new Leads();
    this.apiTurns = new ApiTurns(receiving, silence);
    this.commands = new Commands(new Desk(rating), leads, apiTurns);
    this.patience = new Patience(rules, settings);
    this.merging = new Merging(gathering);
    this.remembering = new Remembering(words);
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
        List.of(),
        List.of());
  }

  public Decision decide(ConversationState state, Stimulus stimulus, long now) {
    String heir = state.forwardTo();
    if (heir != null) {
      return forward(state, stimulus, heir);
    }
    Ledger ledger = new Ledger(state, session(state, stimulus), now, cause(stimulus));
    react(ledger, stimulus);
    remembering.keep(ledger, state);
    if (!(stimulus instanceof Stimulus.Waited)) {
      patience.keep(ledger, state);
    }
    return ledger.close();
  }

  /** Thoughts and timers of before the move end here: the heir thinks and waits anew. */
  private static Decision forward(ConversationState state, Stimulus stimulus, String heir) {
    boolean ends =
        switch (stimulus) {
          case Stimulus.FromWhatsApp inbound -> inbound.event().signal() instanceof PhoneLearned;
          case Stimulus.WindowOver e -> true;
          case Stimulus.Waited e -> true;
          case Stimulus.Thinking e -> true;
          case Stimulus.Commanded e -> false;
          case Stimulus.Failed e -> false;
          case Stimulus.Delivered e -> false;
          case Stimulus.Adopted e -> false;
        };
    return new Decision(
        state, List.of(), ends ? List.of() : List.of(new Effect.Forward(heir, stimulus)));
  }

  private static String session(ConversationState state, Stimulus stimulus) {
    return switch (stimulus) {
      case Stimulus.FromWhatsApp inbound -> inbound.event().session();
      case Stimulus.Commanded commanded when state.session().isEmpty() ->
          commanded.command().session();
      case Stimulus.Adopted adopted when state.session().isEmpty() ->
          adopted.conversation().state().session();
      case Stimulus.Commanded e -> state.session();
      case Stimulus.Adopted e -> state.session();
      case Stimulus.WindowOver e -> state.session();
      case Stimulus.Waited e -> state.session();
      case Stimulus.Thinking e -> state.session();
      case Stimulus.Failed e -> state.session();
      case Stimulus.Delivered e -> state.session();
    };
  }

  private static String cause(Stimulus stimulus) {
    return switch (stimulus) {
      case Stimulus.FromWhatsApp inbound -> inbound.event().messageId();
      case Stimulus.Commanded commanded -> commanded.command().commandId();
      case Stimulus.WindowOver e -> "quiet_window";
      case Stimulus.Waited e -> "patience";
      case Stimulus.Thinking thinking -> thinking.thought().thoughtId();
      case Stimulus.Failed failed -> failed.letterId();
      case Stimulus.Delivered delivered -> delivered.report().replyId();
      case Stimulus.Adopted adopted -> adopted.conversation().fromKey();
    };
  }

  private void react(Ledger ledger, Stimulus stimulus) {
    ConversationState before = ledger.state();
    switch (stimulus) {
      case Stimulus.FromWhatsApp inbound -> fromWhatsApp(ledger, inbound.event());
      case Stimulus.Commanded commanded -> {
        returnAfterSilence(ledger);
        commands.carryOut(ledger, commanded.command());
        leads.keep(ledger, before);
      }
      case Stimulus.WindowOver over -> gathering.windowOver(ledger, over.window());
      case Stimulus.Waited waited -> patience.over(ledger, waited.patience());
      case Stimulus.Thinking thinking -> {
        answering.answer(ledger, thinking.thought());
        leads.keep(ledger, before);
        apiTurns.answered(ledger, before, thinking.thought());
      }
      case Stimulus.Failed failed -> {
        answering.unanswered(ledger, failed);
        apiTurns.failed(ledger, before, failed.subject());
      }
      case Stimulus.Delivered delivered -> {
        if (deliveries.record(ledger, delivered.report())) {
          gathering.gather(ledger);
        }
      }
      case Stimulus.Adopted adopted -> {
        merging.adopt(ledger, adopted.conversation());
        leads.keep(ledger, before);
      }
    }
  }

  private void fromWhatsApp(Ledger ledger, WhatsAppEvent event) {
    ConversationState before = ledger.state();
    returnAfterSilence(ledger);
    switch (event.signal()) {
      case InboundMessage message -> receiving.receive(ledger, event, message);
      case OwnMessage message -> ownMessages.receive(ledger, event, message);
      case MessageEdit edit -> receiving.edit(ledger, event, edit);
      case MessageRevoke revoke -> receiving.revoke(ledger, event, revoke);
      case Reaction reaction -> receiving.react(ledger, event, reaction);
      case Ack ack -> deliveries.acknowledge(ledger, event, ack);
      case ChatExisted existed -> existed(ledger, existed);
      case PhoneLearned learned -> Merging.handOn(ledger, learned);
    }
    leads.keep(ledger, before);
  }

  /** Only of a chat that nothing is known of: one the bot is in already is not left alone. */
  private static void existed(Ledger ledger, ChatExisted existed) {
    if (ledger.state().lastSeq() == 0) {
      ledger.write(Ledger.SYSTEM, new ExistingChatFound(existed.lastMessageAt()));
    }
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
