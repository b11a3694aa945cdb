package io.rihla.jobs;

import io.rihla.jobs.source.UnreadableRecord;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Keeps the offsets of unreadable records where a test can see them. */
record CollectedLetters(String name) implements Sink<UnreadableRecord> {
  private static final Map<String, Set<Long>> OFFSETS = new ConcurrentHashMap<>();

  Set<Long> offsets() {
    return OFFSETS.computeIfAbsent(name, any -> ConcurrentHashMap.newKeySet());
  }

  @Override
  public SinkWriter<UnreadableRecord> createWriter(WriterInitContext context) {
    return new SinkWriter<>() {
      @Override
      public void write(UnreadableRecord record, Context position) {
        offsets().add(record.offset());
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
