package io.rihla.jobs.bench;

import io.rihla.jobs.source.SourcedEvent;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Reads every event, hands it to whom its customer falls to, and does nothing with it: what the log
 * and Flink alone can carry. Runs only when it is named.
 */
public final class DiscardJob {
  public static final String NAME = "discard";

  private DiscardJob() {}

  public static void define(DataStream<SourcedEvent> log) {
    log.keyBy(sourced -> sourced.event().customerKey())
        .sinkTo(new DiscardingSink<>())
        .name("discard")
        .uid("discard");
  }
}
