package io.rihla.jobs.deadletters;

import io.rihla.jobs.source.UnreadableRecord;
import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.topics.Topics;
import java.nio.ByteBuffer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Keeps records of the conversation log that nobody could read, byte for byte, at least once. */
public final class UnreadableRecords implements KafkaRecordSerializationSchema<UnreadableRecord> {
  private static final long serialVersionUID = 1;

  private UnreadableRecords() {}

  public static Sink<UnreadableRecord> kafka(String bootstrapServers) {
    return KafkaSink.<UnreadableRecord>builder()
        .setBootstrapServers(bootstrapServers)
        .setRecordSerializer(new UnreadableRecords())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setProperty(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(8 << 20))
        .build();
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      UnreadableRecord record, KafkaSinkContext context, Long timestamp) {
    DeadLetter letter = letter(record, System.currentTimeMillis());
    return Topics.DEAD_LETTERS.record(letter.letterId(), letter);
  }

  static DeadLetter letter(UnreadableRecord record, long now) {
    String topic = record.topic();
    return new DeadLetter(
        "jobs-%s-%d-%d".formatted(topic, record.partition(), record.offset()),
        now,
        "jobs/source",
        "UNREADABLE",
        record.fault() + "; if a newer version wrote it, update the jobs and send the bytes again",
        null,
        topic,
        record.partition(),
        record.offset(),
        ByteBuffer.wrap(record.value()));
  }
}
