package io.rihla.schemas.topics;

import io.rihla.schemas.codec.AvroMessage;
import io.rihla.schemas.codec.UnreadableMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current values of a compacted topic in memory: complete from {@link #awaitComplete} on, and
 * never more than a poll behind. Survives a broker that is away.
 */
public final class CompactedTopicView<T extends AvroMessage> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CompactedTopicView.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Topic<T> topic;
  private final Map<String, Object> settings;
  private final Map<String, T> values = new ConcurrentHashMap<>();
  private final CountDownLatch complete = new CountDownLatch(1);
  private final Object changed = new Object();
  private final Thread thread;
  private volatile boolean closed;

  public CompactedTopicView(Topic<T> topic, String bootstrapServers) {
    this.topic = topic;
    this.settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false);
    this.thread = Thread.ofPlatform().name("view-" + topic.name()).daemon().start(this::run);
  }

  /** Waits until everything that was in the topic at the start has been read. */
  public boolean awaitComplete(Duration timeout) throws InterruptedException {
    return complete.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  public boolean isComplete() {
    return complete.getCount() == 0;
  }

  public Optional<T> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  public List<T> all() {
    return List.copyOf(values.values());
  }

  /** Waits until the value of a key is what the caller waits for. */
  public boolean await(String key, Predicate<T> condition, Duration timeout)
      throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    synchronized (changed) {
      while (true) {
        T value = values.get(key);
        if (value != null && condition.test(value)) {
          return true;
        }
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          return false;
        }
        changed.wait(left);
      }
    }
  }

  private void run() {
    while (!closed) {
      try (KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        follow(consumer);
      } catch (WakeupException e) {
        return;
      } catch (KafkaException e) {
        LOG.warn("view of {} starts again: {}", topic.name(), e.toString());
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
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
    while (!closed) {
      consumer.poll(POLL).forEach(this::apply);
      if (!isComplete()) {
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        if (ends.isEmpty()) {
          complete.countDown();
        }
      }
    }
  }

  private void apply(ConsumerRecord<byte[], byte[]> record) {
    String key = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      values.remove(key);
    } else {
      try {
        values.put(key, topic.codec().decode(record.value()));
      } catch (UnreadableMessage e) {
        // the last readable value stays; a newer writer needs a newer reader
        LOG.error(
            "{} partition {} offset {}: {}",
            topic.name(),
            record.partition(),
            record.offset(),
            e.getMessage());
      }
    }
    synchronized (changed) {
      changed.notifyAll();
    }
  }

  private void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    // it looks up after every poll; an interrupt would cut the consumer's own farewell short
    try {
      if (!thread.join(POLL.multipliedBy(5))) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
