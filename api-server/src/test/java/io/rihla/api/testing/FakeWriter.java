package io.rihla.api.testing;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.codec.AvroMessage;
import io.rihla.schemas.topics.Topic;
import io.rihla.schemas.topics.TopicFollower;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plays a single writer over real topics: reads its commands from the first one on. */
abstract class FakeWriter<C extends AvroMessage>
    implements AutoCloseable, TopicFollower.Listener<C> {
  private final KafkaProducer<byte[], byte[]> producer;
  private final TopicFollower<C> follower;

  FakeWriter(Broker broker, Topic<C> commands) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.address()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.follower = TopicFollower.fromTheBeginning(commands, broker.address(), this);
  }

  /** Called once the writer is made. */
  final void start() {
    follower.start();
  }

  abstract void decide(String key, C command);

  @Override
  public final void record(TopicFollower.Position at, String key, C command) {
    decide(key, command);
  }

  final void answer(AdminAction action) {
    send(Topics.ADMIN_AUDIT.record(action.actor(), action));
  }

  final void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    follower.close();
    producer.close(Duration.ofSeconds(1));
  }
}
