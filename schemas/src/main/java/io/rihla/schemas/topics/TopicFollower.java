package io.rihla.schemas.topics;

import io.rihla.schemas.codec.AvroMessage;
import io.rihla.schemas.codec.UnreadableMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic in a thread of its own, committed records only, without a consumer group: every
 * process that follows sees everything. Each record is told once: after a break reading goes on
 * where it was.
 */
public final class TopicFollower<T extends AvroMessage> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** How long a broker holds a question for records back while there are none. */
  private static final int IDLE_MS = 500;

  /** Where {@link #present} is asked for: its question waits behind that for records. */
  private static final int BRIEF_MS = 50;

  /** Told in the follower's thread. */
  public interface Listener<T> {
    /** Where reading begins: the offset of the first record of each partition. */
    default void began(Map<Integer, Long> offsets) {}

    void record(Position at, String key, T value);

    /** The key has no value any more. */
    default void deleted(String key) {}

    /** Everything that was in the topic when reading began has been told; again after a break. */
    default void caughtUp() {}
  }

  /** Where in its topic a record is. */
  public record Position(int partition, long offset) {}

  private final Topic<T> topic;
  private final String bootstrapServers;
  private final Optional<Instant> since;
  private final int wait;
  private final Listener<T> listener;
  private final Thread thread;
  private final AtomicReference<@Nullable CompletableFuture<Void>> asked = new AtomicReference<>();
  private final Map<TopicPartition, Long> offsets = new HashMap<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private volatile boolean following;
  private volatile boolean closed;

  private TopicFollower(
      Topic<T> topic,
      String bootstrapServers,
      Optional<Instant> since,
      int wait,
      Listener<T> listener) {
    this.topic = topic;
    this.bootstrapServers = bootstrapServers;
    this.since = since;
    this.wait = wait;
    this.listener = listener;
    this.thread = Thread.ofPlatform().name("follow-" + topic.name()).daemon().unstarted(this::run);
  }

  /** Tells all there is, of a compacted topic the values of now. */
  public static <T extends AvroMessage> TopicFollower<T> fromTheBeginning(
      Topic<T> topic, String bootstrapServers, Listener<T> listener) {
    return new TopicFollower<>(
        topic, bootstrapServers, Optional.of(Instant.EPOCH), BRIEF_MS, listener);
  }

  /** Tells what was appended at that moment or later. */
  public static <T extends AvroMessage> TopicFollower<T> since(
      Instant moment, Topic<T> topic, String bootstrapServers, Listener<T> listener) {
    return new TopicFollower<>(topic, bootstrapServers, Optional.of(moment), IDLE_MS, listener);
  }

  /** Tells only what is appended after the start. */
  public static <T extends AvroMessage> TopicFollower<T> fromNow(
      Topic<T> topic, String bootstrapServers, Listener<T> listener) {
    return new TopicFollower<>(topic, bootstrapServers, Optional.empty(), IDLE_MS, listener);
  }

  /** A consumer of committed records, for one who reads by himself. */
  public static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
    return consumer(bootstrapServers, BRIEF_MS);
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers, int wait) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            5_000,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            wait,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  public void start() {
    thread.start();
  }

  /** Whether what is appended now will be told soon. */
  public boolean isFollowing() {
    return following;
  }

  /** Completes when everything that is in the topic by now has been told. */
  CompletableFuture<Void> present() {
    CompletableFuture<Void> told = new CompletableFuture<>();
    CompletableFuture<Void> former = asked.getAndSet(told);
    if (former != null) {
      // what is present now includes what was present then
      var unused = told.thenRun(() -> former.complete(null));
    }
    return told;
  }

  private void run() {
    while (!closed) {
      try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers, wait)) {
        follow(consumer);
      } catch (InterruptException e) {
        return;
      } catch (KafkaException e) {
        following = false;
        LOG.warn("{} is not followed, trying again: {}", topic.name(), e.toString());
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
    if (offsets.isEmpty()) {
      begin(consumer, partitions);
    }
    offsets.forEach(consumer::seek);
    while (!closed) {
      CompletableFuture<Void> question = asked.getAndSet(null);
      Map<TopicPartition, Long> present =
          question == null ? Map.of() : consumer.endOffsets(partitions);
      do {
        consumer.poll(POLL).forEach(this::tell);
      } while (!closed && !reached(consumer, present));
      if (question != null) {
        question.complete(null);
      }
      if (!following && reached(consumer, ends)) {
        following = true;
        listener.caughtUp();
      }
    }
  }

  private void begin(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> last = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> first = new HashMap<>(last);
    if (since.isPresent()) {
      long moment = since.get().toEpochMilli();
      consumer
          .offsetsForTimes(
              partitions.stream()
                  .collect(Collectors.toMap(partition -> partition, partition -> moment)))
          .forEach(
              (partition, found) -> {
                if (found != null) {
                  first.put(partition, found.offset());
                }
              });
    }
    Map<Integer, Long> begins = new HashMap<>();
    first.forEach((partition, offset) -> begins.put(partition.partition(), offset));
    listener.began(begins);
    ends.putAll(last);
    offsets.putAll(first);
  }

  private static boolean reached(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void tell(ConsumerRecord<byte[], byte[]> record) {
    String key = new String(record.key(), StandardCharsets.UTF_8);
    try {
      if (record.value() == null) {
        listener.deleted(key);
      } else {
        listener.record(
            new Position(record.partition(), record.offset()),
            key,
            topic.codec().decode(record.value()));
      }
    } catch (UnreadableMessage e) {
      // a newer writer needs a newer reader: what was known stays
      LOG.error(
          "{} partition {} offset {}: {}",
          topic.name(),
          record.partition(),
          record.offset(),
          e.getMessage());
    }
    offsets.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
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
      // it looks up after every poll; an interrupt would cut the consumer's own farewell short
      if (!thread.join(POLL.multipliedBy(10))) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
