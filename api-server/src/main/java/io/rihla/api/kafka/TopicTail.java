package io.rihla.api.kafka;

import io.rihla.schemas.codec.AvroMessage;
import io.rihla.schemas.codec.UnreadableMessage;
import io.rihla.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic from a moment on, committed records only, each with its place, and tells every
 * record once: after a break it goes on where it was.
 */
public final class TopicTail<T extends AvroMessage> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Told in the tail's thread. */
  public interface Listener<T> {
    /** Where reading begins: the offset of the first record of each partition. */
    void began(Map<Integer, Long> positions);

    void record(int partition, long offset, T value);

    /** What was there when reading began has been told. */
    void caughtUp();
  }

  private final Topic<T> topic;
  private final String bootstrapServers;
  private final Optional<Instant> since;
  private final Listener<T> listener;
  private final Thread thread;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private boolean caughtUp;
  private volatile boolean closed;

  /**
   * @param since records appended from then on; empty for those from now on
   */
  public TopicTail(
      Topic<T> topic, String bootstrapServers, Optional<Instant> since, Listener<T> listener) {
    this.topic = topic;
    this.bootstrapServers = bootstrapServers;
    this.since = since;
    this.listener = listener;
    this.thread = Thread.ofPlatform().name("tail-" + topic.name()).daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** A consumer of committed records for one who reads by himself. */
  public static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            5_000,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            50,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private void run() {
    while (!closed) {
      try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
        follow(consumer);
      } catch (InterruptException e) {
        return;
      } catch (KafkaException e) {
        LOG.warn("{} is not read, trying again: {}", topic.name(), e.toString());
        pause();
      }
    }
  }

  private void follow(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(partition -> new TopicPartition(topic.name(), partition.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new KafkaException("there is no topic " + topic.name());
    }
    consumer.assign(partitions);
    if (positions.isEmpty()) {
      begin(consumer, partitions);
    }
    positions.forEach(consumer::seek);
    while (!closed) {
      consumer.poll(POLL).forEach(this::tell);
      if (!caughtUp) {
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        caughtUp = ends.isEmpty();
        if (caughtUp) {
          listener.caughtUp();
        }
      }
    }
  }

  private void begin(
      KafkaConsumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> last = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> first = new HashMap<>(last);
    if (since.isPresent()) {
      Map<TopicPartition, Long> times = new HashMap<>();
      partitions.forEach(partition -> times.put(partition, since.get().toEpochMilli()));
      consumer
          .offsetsForTimes(times)
          .forEach(
              (partition, found) -> {
                if (found != null) {
                  first.put(partition, found.offset());
                }
              });
    }
    Map<Integer, Long> places = new HashMap<>();
    first.forEach((partition, offset) -> places.put(partition.partition(), offset));
    listener.began(places);
    ends.putAll(last);
    positions.putAll(first);
  }

  private void tell(ConsumerRecord<byte[], byte[]> record) {
    try {
      if (record.value() != null) {
        listener.record(record.partition(), record.offset(), topic.codec().decode(record.value()));
      }
    } catch (UnreadableMessage e) {
      // a newer writer needs a newer reader
      LOG.error(
          "{} partition {} offset {}: {}",
          topic.name(),
          record.partition(),
          record.offset(),
          e.getMessage());
    }
    positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      if (!thread.join(POLL.multipliedBy(10))) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
