package io.rihla.launcher.verify.read;

import io.rihla.launcher.verify.history.Logged;
import io.rihla.schemas.codec.AvroMessage;
import io.rihla.schemas.codec.UnreadableMessage;
import io.rihla.schemas.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** All committed records of a topic, from the beginning to the end it had when it was asked for. */
final class TopicReader<T extends AvroMessage> {
  private static final Duration POLL = Duration.ofMillis(200);

  /**
   * @param ends by partition: the first offset that was not read
   */
  record Content<T>(List<Logged<T>> records, List<String> unreadable, Map<Integer, Long> ends) {}

  private final Topic<T> topic;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> ends;

  /** Notes the end of the topic. */
  TopicReader(Topic<T> topic, KafkaConsumer<byte[], byte[]> consumer) {
    this.topic = topic;
    this.consumer = consumer;
    this.ends =
        consumer.endOffsets(
            consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList());
  }

  Content<T> read() {
    List<Logged<T>> records = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    consumer.assign(ends.keySet());
    consumer.seekToBeginning(ends.keySet());
    Map<TopicPartition, Long> left = new HashMap<>(ends);
    left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    while (!left.isEmpty()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        long end = ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
        if (record.offset() < end) {
          keep(record, records, unreadable);
        }
      }
      left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    }
    Map<Integer, Long> byPartition = new HashMap<>();
    ends.forEach((partition, end) -> byPartition.put(partition.partition(), end));
    return new Content<>(records, unreadable, byPartition);
  }

  private void keep(
      ConsumerRecord<byte[], byte[]> record, List<Logged<T>> records, List<String> unreadable) {
    if (record.key() != null && record.value() != null) {
      try {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        T value = topic.codec().decode(record.value());
        records.add(new Logged<>(record.partition(), record.offset(), key, value));
        return;
      } catch (UnreadableMessage e) {
        // told below
      }
    }
    unreadable.add("%s-%d@%d".formatted(topic.name(), record.partition(), record.offset()));
  }
}
