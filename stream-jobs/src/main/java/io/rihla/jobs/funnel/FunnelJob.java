package io.rihla.jobs.funnel;

import io.rihla.jobs.held.HoldingOperator;
import io.rihla.jobs.history.Keeping;
import io.rihla.jobs.sink.VersionedRow;
import io.rihla.jobs.source.SourcedEvent;
import java.time.ZoneId;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * One full row per journey: how far it came, when, and what brought it. Steps, days and variants
 * are views of these rows, so that they can never disagree.
 */
public final class FunnelJob {
  public static final String NAME = "funnel";
  public static final String JOURNEYS = JourneyRow.TABLE;

  private FunnelJob() {}

  /** The rows of {@code journeys}. */
  public static DataStream<VersionedRow> define(DataStream<SourcedEvent> byCustomer, ZoneId zone) {
    return Keeping.concerning(byCustomer, NAME, Reading::concerns)
        .transform(
            "funnel: journeys",
            TypeInformation.of(VersionedRow.class),
            HoldingOperator.of(new JourneyFn(zone)))
        .uid("funnel-journeys");
  }
}
