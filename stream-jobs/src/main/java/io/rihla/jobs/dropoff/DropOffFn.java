package io.rihla.jobs.dropoff;

import io.rihla.jobs.held.Held;
import io.rihla.jobs.held.Holding;
import io.rihla.jobs.history.Keeping;
import io.rihla.jobs.history.LogPosition;
import io.rihla.jobs.sink.JsonRow;
import io.rihla.jobs.sink.VersionedRow;
import io.rihla.jobs.source.SourcedEvent;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.CustomerForwarded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells a drop-off when event time passes its moment, and corrects the row when the customer
 * returns or a late message shows that there was no silence. Ticks alone move the time.
 */
final class DropOffFn extends KeyedProcessFunction<String, SourcedEvent, VersionedRow>
    implements Holding {
  private static final long serialVersionUID = 1;

  private final SilenceLimits limits;
  private transient Held held;
  private transient MapState<Integer, Presence> journeys;
  private transient MapState<Integer, Told> told;
  private transient ValueState<LogPosition> position;
  private transient ValueState<Boolean> forwarded;
  private transient ValueState<Long> timer;

  @SuppressWarnings("NullAway") // Flink opens before it processes
  DropOffFn(SilenceLimits limits) {
    this.limits = limits;
  }

  @Override
  public void open(OpenContext context) {
    var state = getRuntimeContext();
    held = new Held();
    journeys = held.map(state.getMapState(Keeping.map("presence", Integer.class, Presence.class)));
    told = held.map(state.getMapState(Keeping.map("told", Integer.class, Told.class)));
    position = held.value(state.getState(Keeping.value("position", LogPosition.class)));
    forwarded = held.value(state.getState(Keeping.value("forwarded", Boolean.class)));
    timer = held.value(state.getState(Keeping.value("timer", Long.class)));
  }

  @Override
  public Held held() {
    return held;
  }

  @Override
  public void processElement(SourcedEvent sourced, Context context, Collector<VersionedRow> out)
      throws Exception {
    ConversationEvent event = sourced.event();
    LogPosition here = LogPosition.of(sourced);
    position.update(here);
    BiFunction<Boolean, JsonRow, VersionedRow> row =
        (deleted, columns) -> VersionedRow.byEvent(here, deleted, columns);
    long now = context.timerService().currentWatermark();
    if (event.payload() instanceof CustomerForwarded) {
      forwarded.update(true);
      for (Map.Entry<Integer, Presence> journey : copy(journeys.entries())) {
        tell(context, journey.getKey(), journey.getValue(), now, row, out);
      }
    } else if (event.journey() > 0) {
      Presence known = journeys.get(event.journey());
      Presence presence =
          (known == null ? Presence.none(event.conversationId()) : known).with(event, limits);
      if (!presence.equals(known)) {
        journeys.put(event.journey(), presence);
        tell(context, event.journey(), presence, now, row, out);
        wake(context.timerService(), presence, now);
      }
    }
  }

  @Override
  public void onTimer(long now, OnTimerContext context, Collector<VersionedRow> out)
      throws Exception {
    timer.clear();
    LogPosition last = position.value();
    if (last == null) {
      return; // forgotten long ago
    }
    BiFunction<Boolean, JsonRow, VersionedRow> row =
        (deleted, columns) -> VersionedRow.byTimer(last, deleted, columns);
    for (Map.Entry<Integer, Presence> journey : copy(journeys.entries())) {
      if (isOver(journey.getValue(), now)) {
        journeys.remove(journey.getKey());
        told.remove(journey.getKey());
      } else {
        tell(context, journey.getKey(), journey.getValue(), now, row, out);
        wake(context.timerService(), journey.getValue(), now);
      }
    }
  }

  private void tell(
      Context context,
      int journey,
      Presence presence,
      long now,
      BiFunction<Boolean, JsonRow, VersionedRow> row,
      Collector<VersionedRow> out)
      throws Exception {
    List<DropOff> dropOffs =
        Boolean.TRUE.equals(forwarded.value())
            ? List.of()
            : new Silences(presence, limits).until(now);
    Told before = told.contains(journey) ? told.get(journey) : Told.NOTHING;
    List<DropOff> changed = before.changed(dropOffs);
    List<DropOff> withdrawn = before.withdrawn(dropOffs);
    String customer = context.getCurrentKey();
    for (DropOff dropOff : withdrawn) {
      out.collect(row.apply(true, dropOff.columns(customer, presence.conversationId(), journey)));
    }
    for (DropOff dropOff : changed) {
      out.collect(row.apply(false, dropOff.columns(customer, presence.conversationId(), journey)));
    }
    if (!changed.isEmpty() || !withdrawn.isEmpty()) {
      told.put(journey, new Told(dropOffs));
    }
  }

  /** One timer per customer at a time: it sets the next itself. */
  private void wake(TimerService timers, Presence presence, long now) throws Exception {
    long next =
        presence.closed() == null
            ? new Silences(presence, limits).nextAfter(now).orElse(Long.MAX_VALUE)
            : presence.closed() + Keeping.LATEST.toMillis();
    Long set = timer.value();
    if (next != Long.MAX_VALUE && (set == null || next < set)) {
      timers.registerEventTimeTimer(next);
      timer.update(next);
    }
  }

  /** Closed so long ago that nothing about it can come any more. */
  private static boolean isOver(Presence presence, long now) {
    Long closed = presence.closed();
    return closed != null && closed + Keeping.LATEST.toMillis() <= now;
  }

  private static <K, V> List<Map.Entry<K, V>> copy(Iterable<Map.Entry<K, V>> entries) {
    List<Map.Entry<K, V>> copy = new ArrayList<>();
    entries.forEach(entry -> copy.add(Map.entry(entry.getKey(), entry.getValue())));
    return copy;
  }
}
