package io.rihla.jobs.campaigns;

import io.rihla.schemas.topics.Topic;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads topics from their beginning, or from where the last checkpoint stands. */
public final class TopicRecords implements KafkaRecordDeserializationSchema<TopicRecord> {
  private static final long serialVersionUID = 1;

  private TopicRecords() {}

  public static Source<TopicRecord, ?, ?> kafka(
      String bootstrapServers, String group, List<Topic<?>> topics) {
    return KafkaSource.<TopicRecord>builder()
        .setBootstrapServers(bootstrapServers)
        .setTopics(topics.stream().map(Topic::name).toList())
        .setGroupId(group)
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new TopicRecords())
        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        // partition counts never change: nothing to discover
        .setProperty(KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(), "-1")
        .build();
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<TopicRecord> out) {
    out.collect(
        new TopicRecord(
            record.topic(),
            record.partition(),
            record.offset(),
            Objects.requireNonNullElse(record.key(), new byte[0]),
            Objects.requireNonNullElse(record.value(), new byte[0]),
            record.value() == null));
  }

  @Override
  public TypeInformation<TopicRecord> getProducedType() {
    return TypeInformation.of(TopicRecord.class);
  }
}
