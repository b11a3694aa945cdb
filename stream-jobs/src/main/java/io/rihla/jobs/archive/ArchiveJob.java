package io.rihla.jobs.archive;

import io.rihla.jobs.source.SourcedEvent;
import io.rihla.schemas.conversation.Tick;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Keeps every event, and every message that an event tells of, once. Ticks carry only time. */
public final class ArchiveJob {
  public static final String NAME = "archive";

  private ArchiveJob() {}

  /** The rows to keep. */
  public record Rows(DataStream<EventRow> events, DataStream<MessageRow> messages) {}

  public static Rows define(DataStream<SourcedEvent> log) {
    DataStream<SourcedEvent> happened =
        log.filter(sourced -> !(sourced.event().payload() instanceof Tick))
            .name("archive: without ticks")
            .uid("archive-without-ticks");
    return new Rows(
        happened
            .map(EventRow::of, TypeInformation.of(EventRow.class))
            .name("archive: event rows")
            .uid("archive-event-rows"),
        happened
            .<MessageRow>flatMap(
                (sourced, out) -> MessageRow.of(sourced).ifPresent(out::collect),
                TypeInformation.of(MessageRow.class))
            .name("archive: message rows")
            .uid("archive-message-rows"));
  }
}
