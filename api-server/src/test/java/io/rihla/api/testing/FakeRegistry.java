package io.rihla.api.testing;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.catalog.PackageCommand;
import io.rihla.schemas.catalog.PutPackage;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Plays the single writer of the catalog over real topics: counts versions, refuses a stale one,
 * and can be told to be silent.
 */
public final class FakeRegistry implements AutoCloseable {
  private final Broker broker;
  private final Map<String, TravelPackage> packages = new HashMap<>();
  private final KafkaProducer<byte[], byte[]> producer;
  private final Thread thread;
  private volatile boolean silent;
  private volatile boolean closed;

  public FakeRegistry(Broker broker) {
    this.broker = broker;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.address()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.thread = Thread.ofPlatform().daemon().start(this::run);
  }

  public void silent(boolean silent) {
    this.silent = silent;
  }

  private void run() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.address()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.PACKAGE_COMMANDS.name()).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!closed) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(50))) {
          decide(Topics.PACKAGE_COMMANDS.codec().decode(record.value()));
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void decide(PackageCommand command) throws ExecutionException, InterruptedException {
    if (silent || !(command.order() instanceof PutPackage put)) {
      return;
    }
    TravelPackage wanted = put.travelPackage();
    TravelPackage current = packages.get(command.code());
    int version = current == null ? 0 : current.version();
    boolean stale = wanted.version() != 0 && wanted.version() != version;
    if (!stale) {
      TravelPackage stored =
          wanted
              .withVersion(version + 1)
              .withUpdatedAt(System.currentTimeMillis())
              .withUpdatedBy(command.actor())
              .withCause(command.commandId());
      packages.put(command.code(), stored);
      producer.send(Topics.CATALOG.record(command.code(), stored)).get();
    }
    AdminAction action =
        new AdminAction(
            command.commandId(),
            System.currentTimeMillis(),
            command.actor(),
            command.role(),
            command.origin(),
            "package.put",
            command.code(),
            stale ? AuditOutcome.REJECTED : AuditOutcome.ACCEPTED,
            stale ? "version was changed meanwhile: it is " + version : null,
            stale ? null : version + 1);
    producer.send(Topics.ADMIN_AUDIT.record(command.actor(), action)).get();
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
