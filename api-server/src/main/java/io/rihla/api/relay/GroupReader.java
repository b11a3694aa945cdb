package io.rihla.api.relay;

import io.rihla.schemas.codec.AvroMessage;
import io.rihla.schemas.codec.UnreadableMessage;
import io.rihla.schemas.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares a topic among all servers, so that each record is worked on by one of them, and commits
 * only what is done: after a restart the rest is worked on again.
 */
public final class GroupReader<T extends AvroMessage> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupReader.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int ROOM = 500;

  /** Told in the reader's thread. */
  public interface Worker<T> {
    void take(Work<T> work);

    /** Called several times a second. */
    default void look() {}
  }

  /** Where a group begins that never read. */
  public enum First {
    EARLIEST,
    LATEST
  }

  private final Topic<T> topic;
  private final String group;
  private final Map<String, Object> settings;
  private final Worker<T> worker;
  private final Thread thread;
  private volatile boolean closed;

  public GroupReader(
      Topic<T> topic, String bootstrapServers, String group, First first, Worker<T> worker) {
    this.topic = topic;
    this.group = group;
    this.worker = worker;
    this.settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.GROUP_ID_CONFIG,
            group,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            first.name().toLowerCase(java.util.Locale.ROOT),
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            5_000,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            100,
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            10_000,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            2_000,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false);
    this.thread = Thread.ofPlatform().name(group).daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    while (!closed) {
      OffsetLedger ledger = new OffsetLedger();
      try (KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        consumer.subscribe(List.of(topic.name()), new Shares(consumer, ledger));
        while (!closed) {
          consumer.poll(POLL).forEach(record -> hand(record, ledger));
          worker.look();
          commit(consumer, ledger);
          restrain(consumer, ledger);
        }
        commit(consumer, ledger);
      } catch (InterruptException e) {
        return;
      } catch (KafkaException e) {
        LOG.warn("{} does not read, trying again: {}", group, e.toString());
        pause();
      }
    }
  }

  private void hand(ConsumerRecord<byte[], byte[]> record, OffsetLedger ledger) {
    long turn = ledger.open(record.partition(), record.offset());
    if (turn < 0) {
      return;
    }
    try {
      worker.take(
          new Work<>(
              topic.codec().decode(record.value()),
              new String(record.key(), StandardCharsets.UTF_8),
              record.topic(),
              record.partition(),
              record.offset(),
              ledger,
              turn));
    } catch (UnreadableMessage e) {
      LOG.error(
          "{} partition {} offset {}: {}",
          topic.name(),
          record.partition(),
          record.offset(),
          e.getMessage());
      ledger.close(record.partition(), record.offset(), turn);
    }
  }

  private void commit(KafkaConsumer<byte[], byte[]> consumer, OffsetLedger ledger) {
    Map<Integer, Long> due = ledger.due();
    if (due.isEmpty()) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    due.forEach(
        (partition, offset) ->
            offsets.put(
                new TopicPartition(topic.name(), partition), new OffsetAndMetadata(offset)));
    consumer.commitSync(offsets);
    ledger.committed(due);
  }

  /** Takes no more while much is in work. */
  private static void restrain(KafkaConsumer<byte[], byte[]> consumer, OffsetLedger ledger) {
    if (ledger.openCount() >= ROOM) {
      consumer.pause(consumer.assignment());
    } else {
      consumer.resume(consumer.paused());
    }
  }

  private final class Shares implements ConsumerRebalanceListener {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final OffsetLedger ledger;

    Shares(KafkaConsumer<byte[], byte[]> consumer, OffsetLedger ledger) {
      this.consumer = consumer;
      this.ledger = ledger;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      Map<TopicPartition, OffsetAndMetadata> known = consumer.committed(new HashSet<>(partitions));
      Map<TopicPartition, OffsetAndMetadata> fresh = new HashMap<>();
      for (TopicPartition partition : partitions) {
        long position = consumer.position(partition);
        ledger.begin(partition.partition(), position);
        if (known.get(partition) == null) {
          fresh.put(partition, new OffsetAndMetadata(position));
        }
      }
      if (!fresh.isEmpty()) {
        // a group that begins at the end must not forget where that was
        consumer.commitSync(fresh);
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      commit(consumer, ledger);
      partitions.forEach(partition -> ledger.end(partition.partition()));
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      partitions.forEach(partition -> ledger.end(partition.partition()));
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
      if (thread.isAlive() && !thread.join(Duration.ofSeconds(3))) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
