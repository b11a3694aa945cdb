package io.rihla.api.testing;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.commands.Assign;
import io.rihla.schemas.commands.ConversationCommand;
import io.rihla.schemas.commands.ProcessMessage;
import io.rihla.schemas.commands.PutLead;
import io.rihla.schemas.commands.Release;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PlannedMedia;
import io.rihla.schemas.conversation.TurnAnswered;
import io.rihla.schemas.identity.CustomerKey;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plays the conversations over real topics: one holder each, and an answer to every message. */
public final class FakeDesk implements AutoCloseable {
  private final Broker broker;
  private final Map<String, String> holders = new ConcurrentHashMap<>();
  private final List<ConversationCommand> commands = new CopyOnWriteArrayList<>();
  private final KafkaProducer<byte[], byte[]> producer;
  private final Thread thread;
  private volatile boolean closed;

  public FakeDesk(Broker broker) {
    this.broker = broker;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.address()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.thread = Thread.ofPlatform().daemon().start(this::run);
  }

  /** What was ordered, in order. */
  public List<ConversationCommand> commands() {
    return commands;
  }

  private void run() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.address()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.CONVERSATION_COMMANDS.name()).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!closed) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(50))) {
          decide(Topics.CONVERSATION_COMMANDS.codec().decode(record.value()));
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void decide(ConversationCommand command) throws ExecutionException, InterruptedException {
    commands.add(command);
    String key = command.customerKey();
    CustomerKey customer = new CustomerKey(key);
    String refusal = null;
    if (command.order() instanceof Assign assign) {
      String holder = holders.putIfAbsent(key, assign.assignee());
      refusal =
          holder == null || holder.equals(assign.assignee())
              ? null
              : holder + " holds this conversation";
    } else if (command.order() instanceof Release) {
      holders.remove(key);
    } else if (command.order() instanceof ProcessMessage && holders.containsKey(key)) {
      refusal = holders.get(key) + " holds this conversation: the bot is silent in it";
    }
    String target =
        command.order() instanceof PutLead
            ? "lead_" + customer.conversationId().substring(5) + "-1"
            : customer.conversationId();
    AdminAction action =
        new AdminAction(
            command.commandId(),
            System.currentTimeMillis(),
            command.actor(),
            command.role(),
            command.origin(),
            command.order().getClass().getSimpleName(),
            target,
            refusal == null ? AuditOutcome.ACCEPTED : AuditOutcome.REJECTED,
            refusal,
            null);
    producer.send(Topics.ADMIN_AUDIT.record(command.actor(), action)).get();
    if (refusal == null && command.order() instanceof ProcessMessage message) {
      producer
          .send(Topics.CONVERSATION_EVENTS.record(key, answered(command, customer, message)))
          .get();
    }
  }

  private static ConversationEvent answered(
      ConversationCommand command, CustomerKey customer, ProcessMessage message) {
    return new ConversationEvent(
        "evt_" + command.commandId(),
        1,
        1,
        customer.value(),
        customer.conversationId(),
        1,
        "default",
        1,
        "thought",
        "bot",
        new TurnAnswered(
            List.of(command.commandId()),
            "thought",
            "reply",
            "Anda menulis: " + message.text(),
            List.of(new PlannedMedia("image", "/media/a.jpg", "A")),
            Phase.BOOKING,
            0.9,
            true,
            HandoverReason.PAYMENT_INTENT,
            Language.ID,
            Intent.PAYMENT,
            "UMR_MAR_2027_HEMAT",
            "p1"));
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close(Duration.ofSeconds(1));
  }
}
