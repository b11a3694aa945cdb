package io.rihla.jobs.questions.asking;

import io.rihla.jobs.held.Held;
import io.rihla.jobs.held.Holding;
import io.rihla.jobs.source.SourcedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Emits each question of a customer once, when all of its burst is known. */
public final class AskedQuestions extends KeyedProcessFunction<String, SourcedEvent, Question>
    implements Holding {
  private static final long serialVersionUID = 1;
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long KEPT = Duration.ofDays(8).toMillis();

  @SuppressWarnings("NullAway.Init") // Flink opens before it processes
  private transient Held held;

  @SuppressWarnings("NullAway.Init") // Flink opens before it processes
  private transient MapState<Long, BurstPart> parts;

  @SuppressWarnings("NullAway.Init") // Flink opens before it processes
  private transient MapState<Long, Long> used;

  @Override
  public void open(OpenContext context) {
    var state = getRuntimeContext();
    held = new Held();
    parts =
        held.map(
            state.getMapState(
                new MapStateDescriptor<>(
                    "parts of bursts", Types.LONG, TypeInformation.of(BurstPart.class))));
    used =
        held.map(state.getMapState(new MapStateDescriptor<>("used parts", Types.LONG, Types.LONG)));
  }

  @Override
  public Held held() {
    return held;
  }

  @Override
  public void processElement(SourcedEvent sourced, Context context, Collector<Question> out)
      throws Exception {
    Optional<BurstPart> part = BurstPart.of(sourced);
    if (part.isEmpty() || used.contains(part.get().seq())) {
      return;
    }
    parts.put(part.get().seq(), part.get());
    long day = Math.floorDiv(part.get().at(), DAY) * DAY;
    context.timerService().registerEventTimeTimer(day + DAY + KEPT);
    List<BurstPart> known = new ArrayList<>();
    parts.values().forEach(known::add);
    for (Bursts.Complete burst :
        Bursts.complete(context.getCurrentKey(), sourced.event().conversationId(), known)) {
      for (BurstPart done : burst.parts()) {
        parts.remove(done.seq());
        used.put(done.seq(), done.at());
      }
      burst.question().ifPresent(out::collect);
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Question> out) throws Exception {
    List<Long> old = new ArrayList<>();
    for (BurstPart part : parts.values()) {
      if (part.at() < time - KEPT) {
        old.add(part.seq());
      }
    }
    for (Map.Entry<Long, Long> part : used.entries()) {
      if (part.getValue() < time - KEPT) {
        old.add(part.getKey());
      }
    }
    for (long seq : old) {
      parts.remove(seq);
      used.remove(seq);
    }
  }
}
