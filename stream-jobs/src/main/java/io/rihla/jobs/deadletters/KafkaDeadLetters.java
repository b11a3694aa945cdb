package io.rihla.jobs.deadletters;

import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.topics.Topics;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Dead letters into their topic; the producer is only made when there is one to send. */
public record KafkaDeadLetters(String bootstrapServers) implements DeadLetters {
  @Override
  public DeadLetterChannel open() {
    return new Channel(bootstrapServers);
  }

  private static final class Channel implements DeadLetterChannel {
    private final String bootstrapServers;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    Channel(String bootstrapServers) {
      this.bootstrapServers = bootstrapServers;
    }

    @Override
    public void send(DeadLetter letter) throws NotSent, InterruptedException {
      try {
        if (producer == null) {
          producer = connect();
        }
        producer.send(Topics.DEAD_LETTERS.record(letter.letterId(), letter)).get();
      } catch (ExecutionException | KafkaException e) {
        throw new NotSent(e);
      }
    }

    private KafkaProducer<byte[], byte[]> connect() {
      return new KafkaProducer<>(
          Map.of(
              ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
              bootstrapServers,
              ProducerConfig.ACKS_CONFIG,
              "all",
              ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
              8 << 20),
          new ByteArraySerializer(),
          new ByteArraySerializer());
    }

    @Override
    public void close() {
      if (producer != null) {
        producer.close();
      }
    }
  }
}
