package io.rihla.jobs.source;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Lets events pass and puts what is none aside. */
final class ReadableEvents extends ProcessFunction<LogRecord, SourcedEvent> {
  private static final long serialVersionUID = 1;

  static final OutputTag<UnreadableRecord> UNREADABLE =
      new OutputTag<>("unreadable", LogRecordType.logRecord(UnreadableRecord.class));

  @Override
  public void processElement(LogRecord record, Context context, Collector<SourcedEvent> out) {
    switch (record) {
      case SourcedEvent event -> out.collect(event);
      case UnreadableRecord unreadable -> context.output(UNREADABLE, unreadable);
    }
  }
}
