package io.rihla.jobs.performance;

import io.rihla.jobs.history.Keeping;
import io.rihla.jobs.history.LogPosition;
import io.rihla.jobs.sink.VersionedRow;
import io.rihla.jobs.source.SourcedEvent;
import io.rihla.schemas.conversation.ConversationEvent;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Tells the answers and episodes of a customer that an event changed, and withdraws the others. */
final class PerformanceFn extends KeyedProcessFunction<String, SourcedEvent, VersionedRow> {
  private static final long serialVersionUID = 1;

  static final OutputTag<VersionedRow> EPISODES =
      new OutputTag<>("episodes", TypeInformation.of(VersionedRow.class));

  /** Late events, and the day an episode may still go on. */
  private static final long KEPT = Keeping.LATEST.plus(Duration.ofDays(1)).toMillis();

  private final TokenPrices prices;
  private transient ValueState<Recent> recent;
  private transient ValueState<Long> timer;

  @SuppressWarnings("NullAway") // Flink opens before it processes
  PerformanceFn(TokenPrices prices) {
    this.prices = prices;
  }

  @Override
  public void open(OpenContext context) {
    recent = getRuntimeContext().getState(Keeping.value("recent", Recent.class));
    timer = getRuntimeContext().getState(Keeping.value("timer", Long.class));
  }

  @Override
  public void processElement(SourcedEvent sourced, Context context, Collector<VersionedRow> out)
      throws Exception {
    Optional<Moment> moment = Moment.of(sourced.event());
    if (moment.isEmpty()) {
      return;
    }
    Recent known = Optional.ofNullable(recent.value()).orElse(Recent.NOTHING);
    Recent now = known.with(moment.get());
    if (now.equals(known)) {
      return;
    }
    Conversation after = Conversation.of(now.moments(), prices);
    tell(sourced, Conversation.of(known.moments(), prices), after, context, out);
    long horizon = horizon(context.timerService().currentWatermark());
    recent.update(now.since(horizon, after));
    if (timer.value() == null) {
      wake(context, moment.get().time() + KEPT + 1);
    }
  }

  /** Lets go of what is settled, also of customers who never write again. */
  @Override
  public void onTimer(long now, OnTimerContext context, Collector<VersionedRow> out)
      throws Exception {
    timer.clear();
    Recent known = recent.value();
    if (known != null && !known.moments().isEmpty()) {
      Recent kept = known.since(horizon(now), Conversation.of(known.moments(), prices));
      recent.update(kept);
      if (!kept.moments().isEmpty()) {
        wake(context, Math.max(now + 1, kept.moments().getLast().time() + KEPT + 1));
      }
    }
  }

  private void wake(Context context, long time) throws Exception {
    context.timerService().registerEventTimeTimer(time);
    timer.update(time);
  }

  private static long horizon(long watermark) {
    return watermark < Long.MIN_VALUE + KEPT ? Long.MIN_VALUE : watermark - KEPT;
  }

  private static void tell(
      SourcedEvent sourced,
      Conversation before,
      Conversation after,
      Context context,
      Collector<VersionedRow> out) {
    LogPosition position = LogPosition.of(sourced);
    ConversationEvent event = sourced.event();
    String customer = event.customerKey();
    for (AnswerRow row : Conversation.changed(before.answers(), after.answers())) {
      out.collect(VersionedRow.byEvent(position, false, row.columns(customer)));
    }
    for (Episode episode : Conversation.withdrawn(before.episodes(), after.episodes())) {
      context.output(
          EPISODES,
          VersionedRow.byEvent(position, true, episode.columns(customer, event.conversationId())));
    }
    for (Episode episode : Conversation.changed(before.episodes(), after.episodes())) {
      context.output(
          EPISODES,
          VersionedRow.byEvent(position, false, episode.columns(customer, event.conversationId())));
    }
  }
}
