package io.rihla.api.kafka;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.codec.UnreadableMessage;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
 * Follows {@code admin.audit} from now on and tells who waits for a command what became of it.
 * Every server follows all of it, so it does not matter which one took the command.
 */
public final class AdminAuditTail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AdminAuditTail.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Map<String, Object> settings;
  private final Map<String, CompletableFuture<AdminAction>> waiting = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean following;
  private volatile boolean closed;

  public AdminAuditTail(String bootstrapServers) {
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
    this.thread = Thread.ofPlatform().name("admin-audit").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** Whether answers to commands sent now will be seen. */
  public boolean isFollowing() {
    return following;
  }

  /** Completes with the answer to a command; ask before sending it, and {@link #forget} it. */
  public CompletableFuture<AdminAction> expect(String commandId) {
    return waiting.computeIfAbsent(commandId, id -> new CompletableFuture<>());
  }

  public void forget(String commandId) {
    waiting.remove(commandId);
  }

  private void run() {
    while (!closed) {
      try (KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        follow(consumer);
      } catch (InterruptException e) {
        return;
      } catch (KafkaException e) {
        LOG.warn("admin audit not followed: {}", e.getMessage());
        pause();
      } finally {
        following = false;
      }
    }
  }

  private void follow(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.ADMIN_AUDIT.name()).stream()
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // a position is only fixed when it is asked for
    partitions.forEach(consumer::position);
    following = true;
    while (!closed) {
      consumer.poll(POLL).forEach(this::tell);
    }
  }

  private void tell(ConsumerRecord<byte[], byte[]> record) {
    try {
      AdminAction action = Topics.ADMIN_AUDIT.codec().decode(record.value());
      CompletableFuture<AdminAction> asked = waiting.get(action.actionId());
      if (asked != null) {
        asked.complete(action);
      }
    } catch (UnreadableMessage e) {
      LOG.error("admin.audit offset {}: {}", record.offset(), e.getMessage());
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
      Thread.currentThread().interrupt();
    }
  }
}
