package io.rihla.jobs.dropoff;

import io.rihla.jobs.held.HoldingOperator;
import io.rihla.jobs.history.Keeping;
import io.rihla.jobs.sink.VersionedRow;
import io.rihla.jobs.source.SourcedEvent;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Journeys whose customer fell silent past the limit of the phase, and how the silence ended. */
public final class DropOffJob {
  public static final String NAME = "dropoff";
  public static final String DROP_OFFS = DropOff.TABLE;

  private DropOffJob() {}

  /** The rows of {@code drop_offs}. */
  public static DataStream<VersionedRow> define(
      DataStream<SourcedEvent> byCustomer, SilenceLimits limits) {
    return Keeping.concerning(byCustomer, NAME, Sign::concerns)
        .transform(
            "drop-off: silences",
            TypeInformation.of(VersionedRow.class),
            HoldingOperator.of(new DropOffFn(limits)))
        .uid("dropoff-silences");
  }
}
