package io.rihla.jobs.performance;

import io.rihla.jobs.held.Held;
import io.rihla.jobs.held.Holding;
import io.rihla.jobs.history.Keeping;
import io.rihla.jobs.history.LogPosition;
import io.rihla.jobs.sink.VersionedRow;
import io.rihla.jobs.source.SourcedEvent;
import io.rihla.schemas.conversation.ConversationEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Tells the answers and episodes of a customer that an event changed, and withdraws the others. */
final class PerformanceFn extends KeyedProcessFunction<String, SourcedEvent, VersionedRow>
    implements Holding {
  private static final long serialVersionUID = 1;

  static final OutputTag<VersionedRow> EPISODES =
      new OutputTag<>("episodes", TypeInformation.of(VersionedRow.class));

  /** Late events, and the day an episode may still go on. */
  private static final Duration KEPT = Keeping.LATEST.plus(Duration.ofDays(1));

  /** Who was silent for so long has nothing left that a late event could correct. */
  private static final Duration FORGOTTEN = Duration.ofDays(30);

  private static final int MOST_READ = 1_000;

  /** Moments and what they make. */
  private record Read(Recent recent, Conversation conversation) {}

  private final TokenPrices prices;
  private transient Held held;
  private transient ValueState<Recent> recent;
  private transient Map<String, Read> newest;

  @SuppressWarnings("NullAway") // Flink opens before it processes
  PerformanceFn(TokenPrices prices) {
    this.prices = prices;
  }

  @Override
  public void open(OpenContext context) {
    newest = new HashMap<>();
    held = new Held();
    recent =
        held.value(getRuntimeContext().getState(Keeping.value("recent", Recent.class, FORGOTTEN)));
  }

  @Override
  public Held held() {
    return held;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // moments that nothing was added to are the same object
  public void processElement(SourcedEvent sourced, Context context, Collector<VersionedRow> out)
      throws Exception {
    Optional<Moment> moment = Moment.of(sourced.event());
    if (moment.isEmpty()) {
      return;
    }
    Recent known = Optional.ofNullable(recent.value()).orElse(Recent.NOTHING);
    Recent now = known.with(moment.get());
    if (now == known) {
      return;
    }
    Conversation after = Conversation.of(now.moments(), prices);
    tell(sourced, conversation(sourced.event().customerKey(), known), after, context, out);
    Recent kept = now.since(horizon(context.timerService().currentWatermark(), now), after);
    recent.update(kept);
    if (kept == now) {
      newest.put(sourced.event().customerKey(), new Read(kept, after));
    }
  }

  /** Read again only when it is not what was read with the event before. */
  @SuppressWarnings("ReferenceEquality") // equal is not enough to be worth the comparison
  private Conversation conversation(String customer, Recent known) {
    Read read = newest.remove(customer);
    if (newest.size() >= MOST_READ) {
      newest.clear();
    }
    return read != null && read.recent() == known
        ? read.conversation()
        : Conversation.of(known.moments(), prices);
  }

  /**
   * Time as the customer has it: when a season of the past is read, ticks have long moved the
   * watermark on.
   */
  private static long horizon(long watermark, Recent recent) {
    long newest = recent.moments().isEmpty() ? watermark : recent.moments().getLast().time();
    long time = Math.min(watermark, newest);
    return time < Long.MIN_VALUE + KEPT.toMillis() ? Long.MIN_VALUE : time - KEPT.toMillis();
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
