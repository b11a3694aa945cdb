package io.rihla.schemas.topics;

import io.rihla.schemas.codec.AvroMessage;
import io.rihla.schemas.codec.Codec;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A Kafka topic: its name, what its values are and how long they stay. Partition counts never
 * change after creation, because the key of a record chooses its partition.
 */
public record Topic<T extends AvroMessage>(String name, Class<T> type, Keeping keeping) {
  public static final int PARTITIONS = 8;

  /** How long records stay. */
  public enum Keeping {
    /** The source of truth: for ever. */
    FOREVER(Duration.ofMillis(-1)),
    /** Work in transit. */
    MONTH(Duration.ofDays(30)),
    /** The last value of each key. */
    COMPACTED(Duration.ofMillis(-1));

    private final Duration retention;

    Keeping(Duration retention) {
      this.retention = retention;
    }
  }

  /**
   * A record that is fit to be sent: a null key or value would stop a StateFun ingress for ever.
   */
  public ProducerRecord<byte[], byte[]> record(String key, T value) {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("a record of " + name + " needs a key");
    }
    return new ProducerRecord<>(
        name, key.getBytes(java.nio.charset.StandardCharsets.UTF_8), codec().encode(value));
  }

  public Codec<T> codec() {
    return Codec.of(type);
  }

  NewTopic definition(short replication) {
    Map<String, String> settings = new HashMap<>();
    settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(keeping.retention.toMillis()));
    settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(8 << 20));
    if (keeping == Keeping.COMPACTED) {
      settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }
    return new NewTopic(name, PARTITIONS, replication).configs(settings);
  }
}
