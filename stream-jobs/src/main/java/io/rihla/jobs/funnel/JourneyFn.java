package io.rihla.jobs.funnel;

import io.rihla.jobs.held.Held;
import io.rihla.jobs.held.Holding;
import io.rihla.jobs.history.Keeping;
import io.rihla.jobs.history.LogPosition;
import io.rihla.jobs.sink.VersionedRow;
import io.rihla.jobs.source.SourcedEvent;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.CustomerForwarded;
import java.time.ZoneId;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the facts of each journey of a customer and tells its full row whenever they change. A
 * customer who turns out to be another one has no journeys: theirs are withdrawn.
 */
final class JourneyFn extends KeyedProcessFunction<String, SourcedEvent, VersionedRow>
    implements Holding {
  private static final long serialVersionUID = 1;

  private final ZoneId zone;
  private transient Held held;
  private transient MapState<Integer, JourneyFacts> journeys;
  private transient ValueState<Boolean> forwarded;

  @SuppressWarnings("NullAway") // Flink opens before it processes
  JourneyFn(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public void open(OpenContext context) {
    var state = getRuntimeContext();
    held = new Held();
    journeys =
        held.map(state.getMapState(Keeping.map("journeys", Integer.class, JourneyFacts.class)));
    forwarded = held.value(state.getState(Keeping.value("forwarded", Boolean.class)));
  }

  @Override
  public Held held() {
    return held;
  }

  @Override
  public void processElement(SourcedEvent sourced, Context context, Collector<VersionedRow> out)
      throws Exception {
    ConversationEvent event = sourced.event();
    if (event.payload() instanceof CustomerForwarded) {
      forwarded.update(true);
      for (Map.Entry<Integer, JourneyFacts> journey : journeys.entries()) {
        tell(sourced, journey.getKey(), journey.getValue(), out);
      }
    } else if (event.journey() > 0) {
      JourneyFacts known = journeys.get(event.journey());
      JourneyFacts facts =
          (known == null ? JourneyFacts.none(event.conversationId()) : known).with(event);
      if (!facts.equals(known)) {
        journeys.put(event.journey(), facts);
        tell(sourced, event.journey(), facts, out);
      }
    }
  }

  private void tell(
      SourcedEvent sourced, int journey, JourneyFacts facts, Collector<VersionedRow> out)
      throws Exception {
    boolean withdrawn = Boolean.TRUE.equals(forwarded.value());
    LogPosition position = LogPosition.of(sourced);
    JourneyRow.of(sourced.event().customerKey(), journey, facts, zone)
        .ifPresent(row -> out.collect(VersionedRow.byEvent(position, withdrawn, row.columns())));
  }
}
