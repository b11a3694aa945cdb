package io.rihla.functions.conversation;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.commands.Assign;
import io.rihla.schemas.commands.CloseJourney;
import io.rihla.schemas.commands.ConversationCommand;
import io.rihla.schemas.commands.ConversationOrder;
import io.rihla.schemas.commands.Erase;
import io.rihla.schemas.commands.ProcessMessage;
import io.rihla.schemas.commands.PutLead;
import io.rihla.schemas.commands.RecordPayment;
import io.rihla.schemas.commands.RecordRefund;
import io.rihla.schemas.commands.Release;
import io.rihla.schemas.commands.Reply;
import io.rihla.schemas.commands.Resolve;
import io.rihla.schemas.commands.ReturnToBot;
import io.rihla.schemas.commands.SwitchBot;
import io.rihla.schemas.conversation.CommandAnswered;
import io.rihla.schemas.functions.KnownCommand;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what people want done with a conversation. Each command is accepted or refused as a
 * whole, and one that comes again is answered the same and changes nothing.
 */
final class Commands {
  private final Desk desk;
  private final Leads leads;
  private final ApiTurns apiTurns;

  Commands(Desk desk, Leads leads, ApiTurns apiTurns) {
    this.desk = desk;
    this.leads = leads;
    this.apiTurns = apiTurns;
  }

  void carryOut(Ledger ledger, ConversationCommand command) {
    Optional<KnownCommand> known =
        ledger.state().commands().stream()
            .filter(one -> one.commandId().equals(command.commandId()))
            .findFirst();
    if (known.isPresent()) {
      answer(ledger, command, known.get().accepted(), known.get().reason());
      return;
    }
    String refusal = obey(ledger, command).orElse(null);
    boolean accepted = refusal == null;
    ledger.write(
        actor(command),
        new CommandAnswered(command.commandId(), action(command.order()), accepted, refusal));
    answer(ledger, command, accepted, refusal);
  }

  /** Who is named by the events of a command. */
  static String actor(ConversationCommand command) {
    return "user:" + command.actor();
  }

  /** Empty when the order was carried out, else why it was not, and then nothing changed. */
  private Optional<String> obey(Ledger ledger, ConversationCommand command) {
    if (ledger.state().lastSeq() == 0 && !begins(command.order())) {
      return Optional.of("there is no such conversation");
    }
    return switch (command.order()) {
      case ProcessMessage message -> apiTurns.begin(ledger, command, message);
      case Assign assign -> desk.assign(ledger, command, assign);
      case Release release -> desk.release(ledger, command, release);
      case ReturnToBot returned -> desk.returnToBot(ledger, command, returned);
      case Resolve resolve -> desk.resolve(ledger, command, resolve);
      case Reply reply -> desk.reply(ledger, command, reply);
      case SwitchBot bot -> desk.switchBot(ledger, command, bot);
      case PutLead lead -> leads.put(ledger, command, lead);
      case RecordPayment payment -> leads.pay(ledger, command, payment);
      case RecordRefund refund -> leads.refund(ledger, command, refund);
      case CloseJourney close -> leads.close(ledger, command, close);
      case Erase erase -> Erasure.erase(ledger, command);
    };
  }

  private static boolean begins(ConversationOrder order) {
    return order instanceof PutLead || order instanceof ProcessMessage;
  }

  private static void answer(
      Ledger ledger, ConversationCommand command, boolean accepted, @Nullable String reason) {
    ledger.effect(
        new Effect.Answer(
            new AdminAction(
                command.commandId(),
                ledger.now(),
                command.actor(),
                command.role(),
                command.origin(),
                action(command.order()),
                target(ledger, command.order()),
                accepted ? AuditOutcome.ACCEPTED : AuditOutcome.REJECTED,
                reason,
                null)));
  }

  private static String target(Ledger ledger, ConversationOrder order) {
    String conversation = ledger.state().conversationId();
    return switch (order) {
      case PutLead lead -> Leads.current(ledger.state()).orElse(conversation);
      case RecordPayment payment -> orElse(payment.leadId(), conversation);
      case RecordRefund refund -> orElse(refund.leadId(), conversation);
      case CloseJourney close -> orElse(close.leadId(), conversation);
      case ProcessMessage e -> conversation;
      case Assign e -> conversation;
      case Release e -> conversation;
      case ReturnToBot e -> conversation;
      case Resolve e -> conversation;
      case Reply e -> conversation;
      case SwitchBot e -> conversation;
      case Erase e -> conversation;
    };
  }

  private static String orElse(@Nullable String text, String other) {
    return text == null ? other : text;
  }

  private static String action(ConversationOrder order) {
    return switch (order) {
      case ProcessMessage e -> "conversation.process_message";
      case Assign e -> "conversation.assign";
      case Release e -> "conversation.release";
      case ReturnToBot e -> "conversation.return_to_bot";
      case Resolve e -> "conversation.resolve";
      case Reply e -> "conversation.reply";
      case SwitchBot e -> "conversation.bot";
      case PutLead e -> "lead.put";
      case RecordPayment e -> "lead.payment";
      case RecordRefund e -> "lead.refund";
      case CloseJourney e -> "lead.close";
      case Erase e -> "customer.erase";
    };
  }
}
