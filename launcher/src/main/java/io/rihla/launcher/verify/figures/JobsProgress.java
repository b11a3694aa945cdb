package io.rihla.launcher.verify.figures;

import io.rihla.schemas.topics.Topic;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How far the jobs have come. They tell Kafka at every checkpoint up to where they have read, and
 * put the rows of a checkpoint into ClickHouse when it is complete: rows are certain to be there
 * when a later checkpoint was told.
 */
final class JobsProgress implements AutoCloseable {
  /** Each group reads its topics; what has no ticks may stand still for ever. */
  private static final Map<String, List<Topic<?>>> GROUPS =
      Map.of(
          "rihla-jobs", List.of(Topics.CONVERSATION_EVENTS),
          "rihla-jobs-campaigns", List.of(Topics.ADS_ACTIVITY, Topics.CAMPAIGNS));

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int LOOKS = 4;

  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> reader;

  JobsProgress(String bootstrapServers) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    this.reader =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /** The end of everything that the jobs read, now. */
  Map<TopicPartition, Long> ends() throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    GROUPS.values().stream()
        .flatMap(List::stream)
        .forEach(
            topic -> {
              for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                wanted.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
              }
            });
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(wanted)
        .all()
        .get()
        .forEach((partition, offset) -> ends.put(partition, offset.offset()));
    return ends;
  }

  /** Waits until the jobs have passed these offsets and a checkpoint after that is complete. */
  boolean pass(Map<TopicPartition, Long> ends, Duration patience)
      throws InterruptedException, ExecutionException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!passed(ends)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(PAUSE);
    }
    // ticks keep the log moving: the next checkpoint tells other offsets
    Map<TopicPartition, Long> then = told();
    while (told().equals(then)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(PAUSE);
    }
    return true;
  }

  private boolean passed(Map<TopicPartition, Long> ends)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, Long> told = told();
    return ends.entrySet().stream()
        .allMatch(
            end -> isEmpty(end.getKey(), told.getOrDefault(end.getKey(), 0L), end.getValue()));
  }

  /** The end of a transaction has an offset, too, and is no record that anybody could have read. */
  private boolean isEmpty(TopicPartition partition, long from, long end) {
    if (from >= end) {
      return true;
    }
    reader.assign(List.of(partition));
    reader.seek(partition, from);
    for (int look = 0; look < LOOKS && reader.position(partition) < end; look++) {
      for (ConsumerRecord<byte[], byte[]> record : reader.poll(PAUSE)) {
        if (record.offset() < end) {
          return false;
        }
      }
    }
    return reader.position(partition) >= end;
  }

  private Map<TopicPartition, Long> told() throws InterruptedException, ExecutionException {
    Map<TopicPartition, Long> told = new HashMap<>();
    for (String group : GROUPS.keySet()) {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      offsets.forEach(
          (partition, offset) -> {
            if (offset != null) {
              told.put(partition, offset.offset());
            }
          });
    }
    return told;
  }

  @Override
  public void close() {
    reader.close();
    admin.close();
  }
}
