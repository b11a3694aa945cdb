package io.rihla.api.kafka;

import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Timer;
import io.rihla.schemas.codec.AvroMessage;
import io.rihla.schemas.topics.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Appends to Kafka and answers only when all replicas in sync have the record, or after five
 * seconds that they have not. Safe for use by many threads.
 */
public final class EventLog implements AutoCloseable {
  /** What a caller of the api waits at most. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  private final KafkaProducer<byte[], byte[]> producer;
  private final Timer latency =
      Metrics.getOrCreate(
          Timer.builder("rihla_log_append").description("From send to Kafka's acknowledgement"));

  public EventLog(String bootstrapServers) {
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                8 << 20,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                2_000,
                // given up before the caller is: what was answered 503 is not sent later
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                2_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                2_900,
                ProducerConfig.CLIENT_ID_CONFIG,
                "rihla-api"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Appends and waits for the acknowledgement. */
  public <T extends AvroMessage> void append(Topic<T> topic, String key, T value)
      throws LogUnavailable {
    long begin = System.nanoTime();
    Future<RecordMetadata> sent = begin(topic, key, value);
    await(sent, PATIENCE.minusNanos(System.nanoTime() - begin));
    latency.record(Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Appends without waiting; {@link #await} tells how it went. */
  public <T extends AvroMessage> Future<RecordMetadata> begin(Topic<T> topic, String key, T value)
      throws LogUnavailable {
    return begin(topic.record(key, value));
  }

  /** Appends to one partition, whatever the key. */
  public <T extends AvroMessage> Future<RecordMetadata> begin(
      Topic<T> topic, int partition, String key, T value) throws LogUnavailable {
    ProducerRecord<byte[], byte[]> keyed = topic.record(key, value);
    return begin(new ProducerRecord<>(topic.name(), partition, keyed.key(), keyed.value()));
  }

  private Future<RecordMetadata> begin(ProducerRecord<byte[], byte[]> record)
      throws LogUnavailable {
    try {
      return producer.send(record);
    } catch (KafkaException | IllegalStateException e) {
      throw new LogUnavailable("Kafka does not take records for " + record.topic(), e);
    }
  }

  public static void await(Future<RecordMetadata> sent, Duration patience) throws LogUnavailable {
    try {
      RecordMetadata unused = sent.get(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new LogUnavailable("Kafka did not acknowledge", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailable("interrupted while Kafka was asked", e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
