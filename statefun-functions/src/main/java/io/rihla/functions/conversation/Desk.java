package io.rihla.functions.conversation;

import io.rihla.schemas.commands.Assign;
import io.rihla.schemas.commands.ConversationCommand;
import io.rihla.schemas.commands.Release;
import io.rihla.schemas.commands.Reply;
import io.rihla.schemas.commands.Resolve;
import io.rihla.schemas.commands.ReturnToBot;
import io.rihla.schemas.commands.SwitchBot;
import io.rihla.schemas.conversation.AdminReplied;
import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.conversation.BotSwitched;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.HandoverAssigned;
import io.rihla.schemas.conversation.HandoverReleased;
import io.rihla.schemas.conversation.HandoverResolved;
import io.rihla.schemas.conversation.IgnoreReason;
import io.rihla.schemas.conversation.ReturnedToBot;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.functions.Ball;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.OpenReply;
import io.rihla.schemas.outbound.PartContent;
import io.rihla.schemas.outbound.TextPart;
import io.rihla.schemas.whatsapp.Media;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** People take a conversation, answer in it and give it back; one holds it at a time. */
final class Desk {
  private static final String PHONE = "phone";

  private final Rating rating;

  Desk(Rating rating) {
    this.rating = rating;
  }

  Optional<String> assign(Ledger ledger, ConversationCommand command, Assign assign) {
    ConversationState state = ledger.state();
    String holder = state.ball() == Ball.ASSIGNED ? state.holder() : null;
    if (assign.assignee().equals(holder)) {
      return Optional.empty();
    }
    if (holder != null && !assign.reassign()) {
      return Optional.of(holder + " holds this conversation: ask for its release, or set reassign");
    }
    silenceBot(
        ledger,
        command,
        new HandoverAssigned(assign.assignee(), assign.notes(), holder),
        "assigned");
    return Optional.empty();
  }

  Optional<String> release(Ledger ledger, ConversationCommand command, Release release) {
    ConversationState state = ledger.state();
    if (state.ball() != Ball.ASSIGNED) {
      return Optional.of("nobody holds this conversation");
    }
    return others(state, command)
        .or(
            () -> {
              String holder = Objects.requireNonNullElse(state.holder(), PHONE);
              ledger.write(Commands.actor(command), new HandoverReleased(holder, release.notes()));
              return Optional.empty();
            });
  }

  Optional<String> returnToBot(Ledger ledger, ConversationCommand command, ReturnToBot returned) {
    ConversationState state = ledger.state();
    if (state.ball() == Ball.BOT) {
      return Optional.empty();
    }
    return others(state, command)
        .or(
            () -> {
              ledger.write(
                  Commands.actor(command),
                  new ReturnedToBot(Objects.requireNonNullElse(returned.notes(), "returned")));
              return Optional.empty();
            });
  }

  Optional<String> resolve(Ledger ledger, ConversationCommand command, Resolve resolve) {
    ConversationState state = ledger.state();
    if (state.ball() == Ball.BOT) {
      return Optional.of("no human is needed here: the bot has this conversation");
    }
    return others(state, command)
        .or(
            () -> {
              ledger.write(
                  Commands.actor(command), new HandoverResolved(state.holder(), resolve.notes()));
              rating.ask(ledger);
              return Optional.empty();
            });
  }

  Optional<String> reply(Ledger ledger, ConversationCommand command, Reply reply) {
    ConversationState state = ledger.state();
    if (state.ball() != Ball.ASSIGNED || state.holder() == null) {
      return Optional.of("nobody holds this conversation: claim it before you reply");
    }
    Optional<String> other = others(state, command);
    if (other.isPresent()) {
      return other;
    }
    if (state.chatId().isEmpty()) {
      return Optional.of("no WhatsApp chat of this customer is known");
    }
    List<PartContent> contents = contents(reply);
    if (contents.isEmpty()) {
      return Optional.of("the reply is empty: give a text or media with a url");
    }
    String actor = Commands.actor(command);
    Replies.send(
        ledger,
        actor,
        new Replies.Plan(command.commandId(), Author.ADMIN, null, null, List.of(), contents));
    ledger.write(actor, new AdminReplied(null, command.commandId(), reply.text(), "console"));
    return Optional.empty();
  }

  Optional<String> switchBot(Ledger ledger, ConversationCommand command, SwitchBot bot) {
    ConversationState state = ledger.state();
    boolean leftAlone = bot.on() && state.existingChat();
    if (leftAlone || state.botOff() == bot.on()) {
      if (bot.on()) {
        ledger.write(Commands.actor(command), new BotSwitched(true));
      } else {
        Silence.ignoreAll(ledger, IgnoreReason.BOT_OFF);
        silenceBot(ledger, command, new BotSwitched(false), "bot_off");
      }
    }
    return Optional.empty();
  }

  /** From now on the bot says nothing more, not even what it had begun to. */
  private static void silenceBot(
      Ledger ledger, ConversationCommand command, EventPayload because, String reason) {
    List<OpenReply> begun = Replies.begunByBot(ledger.state());
    ledger.write(Commands.actor(command), because);
    Replies.cancel(ledger, begun, reason);
  }

  /** What keeps anybody but the holder and a system admin from acting. */
  private static Optional<String> others(ConversationState state, ConversationCommand command) {
    String holder = state.holder();
    return state.ball() != Ball.ASSIGNED
            || holder == null
            || holder.equals(command.actor())
            || command.role() == Role.SYSTEM_ADMIN
        ? Optional.empty()
        : Optional.of(holder + " holds this conversation: only they or a system admin may do this");
  }

  private static List<PartContent> contents(Reply reply) {
    String text = reply.text() == null || reply.text().isBlank() ? null : reply.text();
    Media media = reply.media();
    if (media != null && media.url() != null) {
      return List.of(PackageMedia.given(media.url(), media.mimetype(), media.filename(), text));
    }
    return text == null ? List.of() : List.of(new TextPart(text));
  }
}
