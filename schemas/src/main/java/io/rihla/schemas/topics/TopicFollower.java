package io.rihla.schemas.topics;

import io.rihla.schemas.codec.AvroMessage;
import io.rihla.schemas.codec.UnreadableMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
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
 * Reads all of a topic in a thread of its own, committed records only, without a consumer group:
 * every process that follows sees everything. Survives a broker that is away.
 */
public final class TopicFollower<T extends AvroMessage> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Where to begin. */
  public enum From {
    BEGINNING,
    NOW
  }

  /** Told in the follower's thread. */
  public interface Listener<T> {
    /** A record; the value is null when its key was deleted. */
    void record(String key, @Nullable T value);

    /** Everything that was in the topic when following began has been told. */
    default void caughtUp() {}

    /** Following broke off; it begins again by itself. */
    default void lost() {}
  }

  private final Topic<T> topic;
  private final From from;
  private final Listener<T> listener;
  private final Map<String, Object> settings;
  private final Thread thread;
  private final AtomicReference<@Nullable CompletableFuture<Void>> asked = new AtomicReference<>();
  private volatile boolean closed;

  public TopicFollower(Topic<T> topic, String bootstrapServers, From from, Listener<T> listener) {
    this.topic = topic;
    this.from = from;
    this.listener = listener;
    this.settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            5_000,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            50,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false);
    this.thread = Thread.ofPlatform().name("follow-" + topic.name()).daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
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
      try (KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        follow(consumer);
      } catch (InterruptException e) {
        return;
      } catch (KafkaException e) {
        LOG.warn("{} is not followed, trying again: {}", topic.name(), e.toString());
        listener.lost();
        pause();
      }
    }
  }

  private void follow(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(partition -> new TopicPartition(topic.name(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
    switch (from) {
      case BEGINNING -> consumer.seekToBeginning(partitions);
      case NOW -> ends.forEach(consumer::seek);
    }
    boolean caughtUp = false;
    while (!closed) {
      CompletableFuture<Void> question = asked.getAndSet(null);
      Map<TopicPartition, Long> present =
          question == null ? Map.of() : new HashMap<>(consumer.endOffsets(partitions));
      consumer.poll(POLL).forEach(this::tell);
      while (!closed && !reached(consumer, present)) {
        consumer.poll(POLL).forEach(this::tell);
      }
      if (question != null) {
        question.complete(null);
      }
      if (!caughtUp) {
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        caughtUp = ends.isEmpty();
        if (caughtUp) {
          listener.caughtUp();
        }
      }
    }
  }

  private static boolean reached(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void tell(ConsumerRecord<byte[], byte[]> record) {
    String key = new String(record.key(), StandardCharsets.UTF_8);
    try {
      listener.record(key, record.value() == null ? null : topic.codec().decode(record.value()));
    } catch (UnreadableMessage e) {
      // a newer writer needs a newer reader: what was known stays
      LOG.error(
          "{} partition {} offset {}: {}",
          topic.name(),
          record.partition(),
          record.offset(),
          e.getMessage());
    }
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
