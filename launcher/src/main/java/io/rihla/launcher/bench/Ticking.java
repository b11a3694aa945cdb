package io.rihla.launcher.bench;

import io.rihla.schemas.codec.Codec;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.Tick;
import io.rihla.schemas.topics.Topic;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Keeps a log in motion, as the api's ticks do: Flink's reader of Kafka tells its offsets between
 * two polls, and at the end of a log that stands still a poll takes ten seconds.
 */
final class Ticking implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(200);

  private final Codec<ConversationEvent> codec = Codec.of(ConversationEvent.class);
  private final KafkaProducer<byte[], byte[]> producer;
  private final Thread thread;

  Ticking(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    thread = Thread.ofPlatform().name("ticking").daemon().unstarted(this::tick);
  }

  void start() {
    thread.start();
  }

  private void tick() {
    try {
      for (int round = 0; ; round++) {
        for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
          ConversationEvent tick = tick("bench-tick-%d-%d".formatted(round, partition), partition);
          var unused =
              producer.send(
                  new ProducerRecord<>(
                      Topics.CONVERSATION_EVENTS.name(),
                      partition,
                      new byte[] {(byte) partition},
                      codec.encode(tick)));
        }
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ConversationEvent tick(String id, int partition) {
    long now = System.currentTimeMillis();
    return new ConversationEvent(id, now, now, "", "", 0, "", 0, id, "system", new Tick(partition));
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close();
  }
}
