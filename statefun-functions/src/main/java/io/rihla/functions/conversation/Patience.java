package io.rihla.functions.conversation;

import io.rihla.schemas.conversation.AdminReplied;
import io.rihla.schemas.conversation.AlertCleared;
import io.rihla.schemas.conversation.AlertRaised;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.CustomerErased;
import io.rihla.schemas.conversation.CustomerForwarded;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.HandoverAssigned;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.HandoverReleased;
import io.rihla.schemas.conversation.HandoverRequested;
import io.rihla.schemas.conversation.HandoverResolved;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.Priority;
import io.rihla.schemas.conversation.ReturnedToBot;
import io.rihla.schemas.conversation.TakenOverFromPhone;
import io.rihla.schemas.desk.DeskSettings;
import io.rihla.schemas.functions.Ball;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.PatienceOver;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Waits for people: for somebody to claim, for the holder to answer, for a human on the phone to go
 * on. A wait is known by the event it began with, so a timer of an earlier one does nothing.
 */
final class Patience {
  static final String UNCLAIMED = "UNCLAIMED";
  static final String ASSIGNEE_SILENT = "ASSIGNEE_SILENT";

  private final Rules rules;
  private final Supplier<DeskSettings> settings;

  Patience(Rules rules, Supplier<DeskSettings> settings) {
    this.rules = rules;
    this.settings = settings;
  }

  /** Whom an event lets us wait for: {@code patience} is the event's seq, 0 nobody. */
  static ConversationState evolve(
      ConversationState before, ConversationState after, ConversationEvent event) {
    boolean held = after.ball() == Ball.ASSIGNED && after.holder() != null;
    return switch (event.payload()) {
      case HandoverRequested e -> waits(before, after, event);
      case Escalated e -> waits(before, after, event);
      case HandoverReleased e -> waits(before, after, event);
      case HandoverAssigned e ->
          after.withPatience(
              before.ball() == Ball.WAITING || customerSpokeLast(before) ? event.seq() : 0);
      case MessageReceived e ->
          held && after.patience() == 0 ? after.withPatience(event.seq()) : after;
      case AdminReplied e -> held ? after.withPatience(0) : after;
      case TakenOverFromPhone e -> after.withPatience(event.seq());
      case HandoverResolved e -> after.withPatience(0);
      case ReturnedToBot e -> after.withPatience(0);
      case CustomerForwarded e -> after.withPatience(0);
      case CustomerErased e -> after.withPatience(0);
      case AlertRaised raised -> isOurs(raised.kind()) ? after.withAlert(raised.alertId()) : after;
      case AlertCleared cleared ->
          cleared.alertId().equals(after.alert()) ? after.withAlert(null) : after;
      default -> after;
    };
  }

  private static ConversationState waits(
      ConversationState before, ConversationState after, ConversationEvent event) {
    return after.ball() == before.ball() ? after : after.withPatience(event.seq());
  }

  private static boolean customerSpokeLast(ConversationState state) {
    List<io.rihla.schemas.functions.Turn> history = state.history();
    return !history.isEmpty() && history.getLast().author().equals(Ledger.CUSTOMER);
  }

  /** At the end of a decision: a wait that ended takes its alert along, a new one sets a timer. */
  void keep(Ledger ledger, ConversationState before) {
    if (ledger.state().patience() == before.patience()) {
      return;
    }
    clear(ledger);
    remind(ledger);
  }

  static void clear(Ledger ledger) {
    String alert = ledger.state().alert();
    if (alert != null) {
      ledger.write(Ledger.SYSTEM, new AlertCleared(alert));
    }
  }

  private void remind(Ledger ledger) {
    ConversationState state = ledger.state();
    Duration delay = delay(state, ledger.now());
    if (state.patience() != 0 && delay.isPositive()) {
      ledger.effect(new Effect.Remind(delay, new PatienceOver(state.patience())));
    }
  }

  private Duration delay(ConversationState state, long now) {
    DeskSettings desk = settings.get();
    return switch (state.ball()) {
      case WAITING -> rules.minute().multipliedBy(desk.claimMinutes());
      case ASSIGNED ->
          state.holder() == null
              ? rules.humanSilence().minusMillis(Math.max(0, now - state.humanAt()))
              : rules.minute().multipliedBy(desk.silenceMinutes());
      case BOT -> Duration.ZERO;
    };
  }

  void over(Ledger ledger, PatienceOver over) {
    ConversationState state = ledger.state();
    if (over.patience() == 0 || over.patience() != state.patience()) {
      return;
    }
    switch (state.ball()) {
      case WAITING -> {
        if (settings.get().claimMinutes() > 0) {
          raise(ledger, UNCLAIMED, "nobody has claimed this conversation");
        }
      }
      case ASSIGNED -> {
        String holder = state.holder();
        if (holder == null) {
          phoneSilent(ledger);
        } else if (settings.get().silenceMinutes() > 0) {
          raise(ledger, ASSIGNEE_SILENT, holder + " has not answered the customer");
          giveAway(ledger, holder);
        }
      }
      case BOT -> {
        // nobody is awaited
      }
    }
  }

  /** The alert stays open: the customer still waits. */
  private void giveAway(Ledger ledger, String holder) {
    if (settings.get().reassign()) {
      ledger.write(Ledger.SYSTEM, new HandoverReleased(holder, "silent"));
      remind(ledger);
    }
  }

  private void phoneSilent(Ledger ledger) {
    if (delay(ledger.state(), ledger.now()).isPositive()) {
      remind(ledger);
    } else {
      ledger.write(Ledger.SYSTEM, new ReturnedToBot("human_silent"));
    }
  }

  private static void raise(Ledger ledger, String kind, String detail) {
    ConversationState state = ledger.state();
    if (state.alert() != null) {
      return;
    }
    HandoverReason need = state.need();
    ledger.write(
        Ledger.SYSTEM,
        new AlertRaised(
            "alert_%s_%d".formatted(state.conversationId().substring(5), state.lastSeq() + 1),
            kind,
            detail,
            need == null ? io.rihla.schemas.conversation.Role.SALES_ADMIN : Escalation.role(need),
            need == HandoverReason.ANGER ? Priority.URGENT : Priority.HIGH));
  }

  private static boolean isOurs(String kind) {
    return kind.equals(UNCLAIMED) || kind.equals(ASSIGNEE_SILENT);
  }
}
