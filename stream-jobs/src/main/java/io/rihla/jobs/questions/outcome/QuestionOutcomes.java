package io.rihla.jobs.questions.outcome;

import io.rihla.jobs.held.Held;
import io.rihla.jobs.held.Holding;
import io.rihla.jobs.questions.ClusteredQuestion;
import io.rihla.jobs.questions.RowVersion;
import io.rihla.jobs.source.SourcedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Follows the questions of a customer: emits a row when one is assigned and a full row again
 * whenever what happened since changes how it ended, up to eight days later.
 */
public final class QuestionOutcomes
    extends KeyedCoProcessFunction<String, ClusteredQuestion, SourcedEvent, MemberRow>
    implements Holding {
  private static final long serialVersionUID = 1;
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long KEPT = Duration.ofDays(8).toMillis();

  @SuppressWarnings("NullAway.Init") // Flink opens before it processes
  private transient Held held;

  @SuppressWarnings("NullAway.Init") // Flink opens before it processes
  private transient MapState<Long, Moment> moments;

  @SuppressWarnings("NullAway.Init") // Flink opens before it processes
  private transient MapState<String, MemberRow> members;

  @SuppressWarnings("NullAway.Init") // Flink opens before it processes
  private transient ValueState<Position> position;

  @Override
  public void open(OpenContext context) {
    var state = getRuntimeContext();
    held = new Held();
    moments =
        held.map(
            state.getMapState(
                new MapStateDescriptor<>("moments", Types.LONG, TypeInformation.of(Moment.class))));
    members =
        held.map(
            state.getMapState(
                new MapStateDescriptor<>(
                    "members", Types.STRING, TypeInformation.of(MemberRow.class))));
    position =
        held.value(
            state.getState(
                new ValueStateDescriptor<>("latest position", TypeInformation.of(Position.class))));
  }

  @Override
  public Held held() {
    return held;
  }

  @Override
  public void processElement1(ClusteredQuestion assigned, Context context, Collector<MemberRow> out)
      throws Exception {
    String id = assigned.question().questionId();
    if (!members.contains(id)) {
      Position now =
          reached(
              assigned.question().partition(),
              assigned.question().offset(),
              context.timerService());
      position.update(now);
      members.put(id, MemberRows.first(assigned, now));
      forgetLater(assigned.question().askedAt(), context.timerService());
      correct(out, Optional.of(id));
    }
  }

  @Override
  public void processElement2(SourcedEvent sourced, Context context, Collector<MemberRow> out)
      throws Exception {
    Optional<Moment> moment = Moment.of(sourced);
    if (moment.isPresent() && !moments.contains(moment.get().seq())) {
      moments.put(moment.get().seq(), moment.get());
      position.update(reached(sourced.partition(), sourced.offset(), context.timerService()));
      forgetLater(moment.get().at(), context.timerService());
      correct(out, Optional.empty());
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<MemberRow> out)
      throws Exception {
    for (Moment moment : all(moments.values())) {
      if (moment.at() < time - KEPT) {
        moments.remove(moment.seq());
      }
    }
    for (MemberRow row : all(members.values())) {
      if (row.member().question().askedAt() < time - KEPT) {
        members.remove(row.member().question().questionId());
      }
    }
    if (moments.isEmpty() && members.isEmpty()) {
      position.clear();
    }
  }

  private void correct(Collector<MemberRow> out, Optional<String> isNew) throws Exception {
    List<MemberRow> rows = all(members.values());
    if (rows.isEmpty()) {
      return;
    }
    Map<String, Outcome> outcomes =
        Episodes.outcomes(all(moments.values()), rows.stream().map(MemberRow::member).toList());
    Position now = position.value();
    for (MemberRow row : rows) {
      String id = row.member().question().questionId();
      Outcome outcome = outcomes.getOrDefault(id, row.outcome());
      if (!outcome.equals(row.outcome()) || isNew.filter(id::equals).isPresent()) {
        MemberRow corrected = MemberRows.with(row, outcome, now);
        members.put(id, corrected);
        out.collect(corrected);
      }
    }
  }

  private Position reached(int partition, long offset, TimerService time) throws Exception {
    Position before = position.value();
    long now = time.currentProcessingTime();
    return before == null
        ? new Position(partition, offset, RowVersion.after(0, now))
        : new Position(
            partition, Math.max(offset, before.offset()), RowVersion.after(before.version(), now));
  }

  private static void forgetLater(long at, TimerService timers) {
    timers.registerEventTimeTimer(Math.floorDiv(at, DAY) * DAY + DAY + KEPT);
  }

  private static <T> List<T> all(Iterable<T> values) {
    List<T> all = new ArrayList<>();
    values.forEach(all::add);
    return all;
  }
}
