package io.rihla.api.testing;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.commands.Assign;
import io.rihla.schemas.commands.ConversationCommand;
import io.rihla.schemas.commands.ProcessMessage;
import io.rihla.schemas.commands.PutLead;
import io.rihla.schemas.commands.Release;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PlannedMedia;
import io.rihla.schemas.conversation.TurnAnswered;
import io.rihla.schemas.identity.CustomerKey;
import io.rihla.schemas.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plays the conversations over real topics: one holder each, and an answer to every message. */
public final class FakeDesk extends FakeWriter<ConversationCommand> {
  private final Map<String, String> holders = new ConcurrentHashMap<>();
  private final List<ConversationCommand> commands = new CopyOnWriteArrayList<>();

  public FakeDesk(Broker broker) {
    super(broker, Topics.CONVERSATION_COMMANDS);
    start();
  }

  /** What was ordered, in order. */
  public List<ConversationCommand> commands() {
    return commands;
  }

  @Override
  void decide(String key, ConversationCommand command) {
    commands.add(command);
    CustomerKey customer = new CustomerKey(key);
    String refusal = null;
    if (command.order() instanceof Assign assign) {
      String holder = holders.putIfAbsent(key, assign.assignee());
      refusal =
          holder == null || holder.equals(assign.assignee())
              ? null
              : holder + " holds this conversation";
    } else if (command.order() instanceof Release) {
      holders.remove(key);
    } else if (command.order() instanceof ProcessMessage && holders.containsKey(key)) {
      refusal = holders.get(key) + " holds this conversation: the bot is silent in it";
    }
    String target =
        command.order() instanceof PutLead
            ? "lead_" + customer.conversationId().substring(5) + "-1"
            : customer.conversationId();
    AdminAction action =
        new AdminAction(
            command.commandId(),
            System.currentTimeMillis(),
            command.actor(),
            command.role(),
            command.origin(),
            command.order().getClass().getSimpleName(),
            target,
            refusal == null ? AuditOutcome.ACCEPTED : AuditOutcome.REJECTED,
            refusal,
            null);
    answer(action);
    if (refusal == null && command.order() instanceof ProcessMessage message) {
      send(Topics.CONVERSATION_EVENTS.record(key, answered(command, customer, message)));
    }
  }

  private static ConversationEvent answered(
      ConversationCommand command, CustomerKey customer, ProcessMessage message) {
    return new ConversationEvent(
        "evt_" + command.commandId(),
        1,
        1,
        customer.value(),
        customer.conversationId(),
        1,
        "default",
        1,
        "thought",
        "bot",
        new TurnAnswered(
            List.of(command.commandId()),
            "thought",
            "reply",
            "Anda menulis: " + message.text(),
            List.of(new PlannedMedia("image", "/media/a.jpg", "A")),
            Phase.BOOKING,
            0.9,
            true,
            HandoverReason.PAYMENT_INTENT,
            Language.ID,
            Intent.PAYMENT,
            "UMR_MAR_2027_HEMAT",
            "p1"));
  }
}
