package io.rihla.api.testing;

import io.rihla.schemas.codec.AvroMessage;
import io.rihla.schemas.topics.Topic;
import io.rihla.schemas.topics.TopicSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A real Kafka in this JVM with all topics, started once for all tests. */
public final class Broker {
  private static Broker instance;

  private final String address;

  /** A record as it is in a topic. */
  public record Entry<T>(String key, T value) {}

  public static synchronized Broker shared() {
    if (instance == null) {
      instance = new Broker();
    }
    return instance;
  }

  private Broker() {
    try {
      int port = freePort();
      int controller = freePort();
      this.address = "127.0.0.1:" + port;
      Path data = Files.createTempDirectory("rihla-kafka");
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(1)
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(data.toString())
          .addDirectory(data.toString())
          .setUnstableFeatureVersionsEnabled(false)
          .run();
      KafkaRaftServer server =
          new KafkaRaftServer(
              new KafkaConfig(settings(data, port, controller), false), Time.SYSTEM);
      server.startup();
      Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
        TopicSetup.ensure(admin, (short) 1);
      }
    } catch (Exception e) {
      throw new IllegalStateException("no broker", e);
    }
  }

  private static Map<String, Object> settings(Path data, int port, int controller) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller));
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("log.dirs", data.toString());
    settings.put("log.cleaner.dedupe.buffer.size", "4194304");
    settings.put("group.initial.rebalance.delay.ms", "0");
    for (String one :
        List.of(
            "offsets.topic.replication.factor",
            "offsets.topic.num.partitions",
            "transaction.state.log.replication.factor",
            "transaction.state.log.min.isr",
            "transaction.state.log.num.partitions",
            "share.coordinator.state.topic.replication.factor",
            "share.coordinator.state.topic.min.isr")) {
      settings.put(one, "1");
    }
    return settings;
  }

  public String address() {
    return address;
  }

  /** Everything in a topic now. */
  public <T extends AvroMessage> List<Entry<T>> read(Topic<T> topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", address, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(partition -> new TopicPartition(topic.name(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<Entry<T>> entries = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          entries.add(
              new Entry<>(
                  new String(record.key(), StandardCharsets.UTF_8),
                  topic.codec().decode(record.value())));
        }
      }
      return entries;
    }
  }

  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
