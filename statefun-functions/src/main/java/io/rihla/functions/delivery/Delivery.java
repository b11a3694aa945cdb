package io.rihla.functions.delivery;

import io.rihla.functions.delivery.Waha.Answer;
import io.rihla.schemas.functions.CancelReply;
import io.rihla.schemas.functions.DeliveryOutcome;
import io.rihla.schemas.functions.DeliveryReport;
import io.rihla.schemas.functions.DeliveryState;
import io.rihla.schemas.functions.NextStep;
import io.rihla.schemas.functions.PartCancelled;
import io.rihla.schemas.functions.PartFailed;
import io.rihla.schemas.functions.PartSent;
import io.rihla.schemas.outbound.OutboundReply;
import io.rihla.schemas.outbound.ReplyPart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plays replies into a chat in order, one part at a time, each at most once: any step may be the
 * replay of one that already reached WAHA, so the chat is read before every send.
 */
public final class Delivery {
  private static final Duration TOO_OLD = Duration.ofMinutes(30);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(60);
  private static final int REMEMBERED = 50;

  /** What a step leaves behind: the state, reports to the conversation, and when to go on. */
  public record Result(DeliveryState state, List<DeliveryReport> reports, List<Wake> wakes) {}

  public record Wake(Duration delay, NextStep step) {}

  private final Waha waha;
  private final Typing typing;

  public Delivery(Waha waha, Typing typing) {
    this.waha = waha;
    this.typing = typing;
  }

  public static DeliveryState begin() {
    return new DeliveryState(
        List.of(), 0, 0, 0, false, false, List.of(), List.of(), List.of(), List.of());
  }

  /** A reply arrives; the same one again changes nothing. */
  public Result accept(DeliveryState state, OutboundReply reply, long now) {
    boolean known =
        state.finished().contains(reply.replyId())
            || state.queue().stream().anyMatch(queued -> queued.replyId().equals(reply.replyId()));
    if (known || reply.parts().isEmpty()) {
      return new Result(state, List.of(), List.of());
    }
    Steps steps = new Steps(state.withQueue(append(state.queue(), reply)), now);
    if (state.queue().isEmpty()) {
      steps.run();
    }
    return steps.result();
  }

  /**
   * The pause or the retry is over; a step that is not the awaited one is late and does nothing.
   */
  public Result proceed(DeliveryState state, NextStep step, long now) {
    Steps steps = new Steps(state, now);
    boolean awaited =
        !state.queue().isEmpty()
            && state.queue().getFirst().replyId().equals(step.replyId())
            && state.step() == step.step();
    if (awaited) {
      steps.run();
    }
    return steps.result();
  }

  /** Keeps in what is not yet out, also when it comes before the reply itself. */
  public Result cancel(DeliveryState state, CancelReply cancel, long now) {
    String replyId = cancel.replyId();
    boolean next = !state.queue().isEmpty() && state.queue().getFirst().replyId().equals(replyId);
    if (state.finished().contains(replyId)
        || state.cancelled().contains(replyId)
        || (cancel.ifUnbegun()
            && (state.recalled().contains(replyId) || (next && state.partIndex() > 0)))) {
      return new Result(state, List.of(), List.of());
    }
    Steps steps =
        new Steps(
            cancel.ifUnbegun()
                ? state.withRecalled(append(state.recalled(), replyId))
                : state.withCancelled(append(state.cancelled(), replyId)),
            now);
    if (next) {
      steps.run();
    }
    return steps.result();
  }

  /** One invocation's walk through the queue, up to the next pause. */
  private final class Steps {
    private final long now;
    private final List<DeliveryReport> reports = new ArrayList<>();
    private final List<Wake> wakes = new ArrayList<>();
    private DeliveryState state;

    Steps(DeliveryState state, long now) {
      this.state = state;
      this.now = now;
    }

    Result result() {
      return new Result(state, List.copyOf(reports), List.copyOf(wakes));
    }

    void run() {
      OutboundReply reply = state.queue().getFirst();
      ReplyPart part = reply.parts().get(state.partIndex());
      if (state.cancelled().contains(reply.replyId())
          || state.recalled().contains(reply.replyId())) {
        keepIn(reply, part);
      } else if (tooOld(reply)) {
        close(reply, part, new PartFailed("older than 30 minutes", state.attempts()));
      } else if (!state.typed()) {
        type(reply, part);
      } else {
        send(reply, part);
      }
    }

    private boolean tooOld(OutboundReply reply) {
      return now - reply.plannedAt() > TOO_OLD.toMillis();
    }

    /** What is out is out, also when it went before a crash that this state is from. */
    private void keepIn(OutboundReply reply, ReplyPart part) {
      boolean begunGoesOn = state.recalled().contains(reply.replyId());
      switch (waha.ownMessages(reply.session(), reply.chatId(), reply.plannedAt())) {
        case Answer.Done<List<Waha.OwnMessage>> done -> {
          Optional<String> out = Reconciliation.find(part, done.value(), state.claimed());
          if (begunGoesOn) {
            state = state.withRecalled(without(state.recalled(), reply.replyId()));
          }
          if (out.isEmpty() && begunGoesOn) {
            state = state.withCancelled(append(state.cancelled(), reply.replyId()));
          }
          out.ifPresentOrElse(
              id -> close(reply, part, new PartSent(id, Math.max(1, state.attempts()), true)),
              () -> leave(reply, part));
        }
        case Answer.Retryable<List<Waha.OwnMessage>> retryable -> leaveOrRetry(reply, part);
        case Answer.Refused<List<Waha.OwnMessage>> refused -> leaveOrRetry(reply, part);
      }
    }

    private void leaveOrRetry(OutboundReply reply, ReplyPart part) {
      if (tooOld(reply)) {
        leave(reply, part);
      } else {
        retry(reply);
      }
    }

    private void leave(OutboundReply reply, ReplyPart part) {
      if (state.typed() && typing == Typing.HUMAN) {
        waha.typing(reply.session(), reply.chatId(), false);
      }
      close(reply, part, new PartCancelled("cancelled"));
    }

    private void type(OutboundReply reply, ReplyPart part) {
      if (!state.greeted()) {
        waha.seen(reply.session(), reply.chatId(), reply.seenMessageIds());
      }
      state = state.withGreeted(true).withTyped(true);
      Duration pause = typing.pause(part.content());
      if (pause.isZero()) {
        send(reply, part);
      } else {
        waha.typing(reply.session(), reply.chatId(), true);
        wakeAfter(pause, reply);
      }
    }

    private void send(OutboundReply reply, ReplyPart part) {
      switch (waha.ownMessages(reply.session(), reply.chatId(), reply.plannedAt())) {
        case Answer.Done<List<Waha.OwnMessage>> done ->
            Reconciliation.find(part, done.value(), state.claimed())
                .ifPresentOrElse(
                    id -> close(reply, part, new PartSent(id, state.attempts() + 1, true)),
                    () -> sendNow(reply, part));
        case Answer.Retryable<List<Waha.OwnMessage>> retryable -> retry(reply);
        // a chat that cannot be read is not sent to blindly either
        case Answer.Refused<List<Waha.OwnMessage>> refused -> retry(reply);
      }
    }

    private void sendNow(OutboundReply reply, ReplyPart part) {
      if (typing == Typing.HUMAN) {
        waha.typing(reply.session(), reply.chatId(), false);
      }
      int attempts = state.attempts() + 1;
      switch (waha.send(reply.session(), reply.chatId(), part.partId(), part.content())) {
        case Answer.Done<String> done ->
            close(reply, part, new PartSent(done.value(), attempts, false));
        case Answer.Retryable<String> retryable -> retry(reply);
        case Answer.Refused<String> refused ->
            close(reply, part, new PartFailed(refused.reason(), attempts));
      }
    }

    private void retry(OutboundReply reply) {
      int attempts = state.attempts();
      long factor = 1L << Math.min(attempts, 6);
      Duration pause = FIRST_RETRY.multipliedBy(factor);
      state = state.withAttempts(attempts + 1);
      wakeAfter(pause.compareTo(LONGEST_RETRY) < 0 ? pause : LONGEST_RETRY, reply);
    }

    private void close(OutboundReply reply, ReplyPart part, DeliveryOutcome outcome) {
      reports.add(
          new DeliveryReport(
              reply.replyId(), part.partId(), state.partIndex(), now, part.content(), outcome));
      if (outcome instanceof PartSent sent) {
        state = state.withClaimed(append(state.claimed(), sent.messageId()));
      }
      boolean last = state.partIndex() + 1 == reply.parts().size();
      state = state.withAttempts(0).withTyped(false);
      if (!last) {
        state = state.withPartIndex(state.partIndex() + 1);
        wakeAfter(Duration.ZERO, reply);
        return;
      }
      state =
          state
              .withPartIndex(0)
              .withGreeted(false)
              .withFinished(append(state.finished(), reply.replyId()))
              .withQueue(state.queue().subList(1, state.queue().size()));
      if (!state.queue().isEmpty()) {
        wakeAfter(Duration.ZERO, state.queue().getFirst());
      }
    }

    private void wakeAfter(Duration pause, OutboundReply reply) {
      state = state.withStep(state.step() + 1);
      wakes.add(new Wake(pause, new NextStep(reply.replyId(), state.partIndex(), state.step())));
    }
  }

  private static List<String> without(List<String> list, String entry) {
    return list.stream().filter(one -> !one.equals(entry)).toList();
  }

  private static <T> List<T> append(List<T> list, T entry) {
    List<T> longer = new ArrayList<>(list);
    longer.add(entry);
    return longer.size() <= REMEMBERED
        ? longer
        : longer.subList(longer.size() - REMEMBERED, longer.size());
  }
}
