package io.rihla.launcher.demo;

import io.rihla.launcher.local.Refusal;
import io.rihla.schemas.ads.AdsActivity;
import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.codec.AvroMessage;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.topics.Topic;
import io.rihla.schemas.topics.Topics;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes a season into the topics that the functions and the api write. */
final class KafkaLog implements Log, AutoCloseable {
  private static final Map<String, Object> SETTINGS =
      Map.of(
          ProducerConfig.ACKS_CONFIG,
          "all",
          ProducerConfig.LINGER_MS_CONFIG,
          20,
          ProducerConfig.BATCH_SIZE_CONFIG,
          512 << 10,
          ProducerConfig.BUFFER_MEMORY_CONFIG,
          64L << 20,
          ProducerConfig.MAX_BLOCK_MS_CONFIG,
          300_000,
          ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
          300_000,
          ProducerConfig.COMPRESSION_TYPE_CONFIG,
          "lz4");

  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
  private long written;

  KafkaLog(String bootstrapServers) {
    Map<String, Object> settings = new java.util.HashMap<>(SETTINGS);
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public void campaign(Campaign campaign) {
    write(Topics.CAMPAIGNS, campaign.code(), campaign);
  }

  @Override
  public void ads(AdsActivity activity) {
    String code = activity.campaignCode();
    String ad = activity.adId();
    write(Topics.ADS_ACTIVITY, code != null ? code : ad != null ? ad : "unknown", activity);
  }

  @Override
  public void event(ConversationEvent event) {
    write(Topics.CONVERSATION_EVENTS, event.customerKey(), event);
  }

  private <T extends AvroMessage> void write(Topic<T> topic, String key, T value) {
    check();
    Future<RecordMetadata> unused =
        producer.send(
            topic.record(key, value),
            (metadata, fault) -> {
              if (fault != null) {
                failed.compareAndSet(null, fault);
              }
            });
    written++;
  }

  long written() {
    return written;
  }

  private void check() {
    Exception fault = failed.get();
    if (fault != null) {
      throw new Refusal(
          "The season could not be written (%s): start Rihla with ./rihla up and write it again."
              .formatted(fault.getMessage()),
          fault);
    }
  }

  @Override
  public void close() {
    producer.flush();
    producer.close();
    check();
  }
}
