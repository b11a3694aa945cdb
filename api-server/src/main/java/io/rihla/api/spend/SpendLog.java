package io.rihla.api.spend;

import io.rihla.api.kafka.LogUnavailable;
import io.rihla.schemas.ads.AdsActivity;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Appends the rows of an import in one transaction: readers of committed records see all of them or
 * none. One import at a time per server.
 */
public final class SpendLog implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int TRANSACTION_MILLIS = 30_000;

  private final String bootstrapServers;
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  public SpendLog(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  synchronized void append(List<AdsActivity> rows) throws LogUnavailable {
    KafkaProducer<byte[], byte[]> open = null;
    try {
      open = producer();
      open.beginTransaction();
      for (AdsActivity row : rows) {
        // a failed one fails the commit
        var unused = open.send(Topics.ADS_ACTIVITY.record(String.valueOf(row.adId()), row));
      }
      open.commitTransaction();
    } catch (KafkaException e) {
      abort(open);
      throw new LogUnavailable("the rows were not committed: " + e);
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    if (producer == null) {
      KafkaProducer<byte[], byte[]> fresh =
          new KafkaProducer<>(
              Map.of(
                  ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                  ProducerConfig.TRANSACTIONAL_ID_CONFIG, "rihla-ad-spend-" + UUID.randomUUID(),
                  ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS,
                  ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS,
                  ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                  ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * PATIENCE_MILLIS,
                  ProducerConfig.LINGER_MS_CONFIG, 5),
              new ByteArraySerializer(),
              new ByteArraySerializer());
      try {
        fresh.initTransactions();
      } catch (KafkaException e) {
        fresh.close(Duration.ZERO);
        throw e;
      }
      producer = fresh;
    }
    return producer;
  }

  private void abort(@Nullable KafkaProducer<byte[], byte[]> open) {
    producer = null;
    if (open == null) {
      return;
    }
    try {
      open.abortTransaction();
    } catch (KafkaException e) {
      // the broker aborts it by itself after the transaction's timeout
    }
    open.close(Duration.ZERO);
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(2));
    }
  }
}
