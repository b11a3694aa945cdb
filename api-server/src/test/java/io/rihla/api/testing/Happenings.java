package io.rihla.api.testing;

import io.rihla.schemas.codec.AvroMessage;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.HandoverRequested;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.Priority;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.identity.CustomerKey;
import io.rihla.schemas.topics.Topic;
import io.rihla.schemas.topics.Topics;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.MessageKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes events as the conversations do, for customers of the test. */
public final class Happenings implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicLong seq = new AtomicLong();

  public Happenings(Broker broker) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.address()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** A customer nobody else has. */
  public static CustomerKey somebody() {
    return CustomerKey.ofPhone(
        "key".getBytes(StandardCharsets.UTF_8), UUID.randomUUID().toString());
  }

  public ConversationEvent write(CustomerKey customer, EventPayload payload) {
    long now = System.currentTimeMillis();
    ConversationEvent event =
        new ConversationEvent(
            "evt_" + UUID.randomUUID(),
            now,
            now,
            customer.value(),
            customer.conversationId(),
            1,
            "default",
            seq.incrementAndGet(),
            "test",
            "bot",
            payload);
    append(Topics.CONVERSATION_EVENTS, customer.value(), event);
    return event;
  }

  public <T extends AvroMessage> void append(Topic<T> topic, String key, T value) {
    try {
      producer.send(topic.record(key, value)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  public static MessageReceived message(String text) {
    return new MessageReceived(
        "msg_" + UUID.randomUUID(),
        "6281234567890@c.us",
        MessageKind.TEXT,
        text,
        null,
        null,
        List.of(),
        null,
        null,
        Channel.WHATSAPP,
        false,
        1,
        "6281234567890",
        "Siti");
  }

  public static HandoverRequested handover() {
    return new HandoverRequested(
        HandoverReason.PAYMENT_INTENT,
        Role.SALES_ADMIN,
        Priority.HIGH,
        "UMR_MAR_2027_HEMAT",
        "mau bayar DP");
  }

  public static Escalated escalation() {
    return new Escalated(
        HandoverReason.COMPLEX_QUESTION, Role.MARKETING_ADMIN, Priority.NORMAL, null, "soal visa");
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
  }
}
