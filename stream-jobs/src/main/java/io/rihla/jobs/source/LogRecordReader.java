package io.rihla.jobs.source;

import io.rihla.schemas.codec.UnreadableMessage;
import io.rihla.schemas.topics.Topics;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads every record to something: bytes that are no event never fail a job. */
final class LogRecordReader implements KafkaRecordDeserializationSchema<LogRecord> {
  private static final long serialVersionUID = 1;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<LogRecord> out) {
    out.collect(read(record.partition(), record.offset(), record.value()));
  }

  static LogRecord read(
      int partition, long offset, byte @org.jspecify.annotations.Nullable [] value) {
    if (value == null) {
      return new UnreadableRecord(partition, offset, new byte[0], "the record has no value");
    }
    try {
      return new SourcedEvent(Topics.CONVERSATION_EVENTS.codec().decode(value), partition, offset);
    } catch (UnreadableMessage e) {
      return new UnreadableRecord(partition, offset, value, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public TypeInformation<LogRecord> getProducedType() {
    return LogRecordType.logRecord(LogRecord.class);
  }
}
