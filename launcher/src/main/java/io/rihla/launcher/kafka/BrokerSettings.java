package io.rihla.launcher.kafka;

import io.rihla.schemas.config.Settings;
import io.rihla.schemas.topics.StatefunModule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Where the embedded broker keeps its data and listens. */
public record BrokerSettings(Path data, int port, int controllerPort) {
  static final int NODE_ID = 1;
  private static final int SEGMENT_BYTES = 64 << 20;
  private static final int CLEANER_BYTES = 4 << 20;

  static BrokerSettings read(Settings environment) {
    return new BrokerSettings(
        Path.of(environment.required("KAFKA_DATA", "name a folder for the broker's data")),
        environment.port("KAFKA_PORT", 9092),
        environment.port("KAFKA_CONTROLLER_PORT", 9093));
  }

  String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", Integer.toString(NODE_ID));
    properties.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    properties.put("controller.listener.names", "CONTROLLER");
    properties.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    properties.put("advertised.listeners", "PLAINTEXT://" + bootstrapServers());
    properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.put("inter.broker.listener.name", "PLAINTEXT");
    properties.put("log.dirs", data.toString());
    // a mistyped topic is an error, not a new topic with the wrong number of partitions
    properties.put("auto.create.topics.enable", "false");
    oneNode(properties);
    small(properties);
    long transactionTimeout =
        Duration.ofMinutes(StatefunModule.TRANSACTION_TIMEOUT_MINUTES).toMillis();
    properties.put("transaction.max.timeout.ms", Long.toString(transactionTimeout));
    // a computer that was off for a holiday finds its consumers where they were
    properties.put("offsets.retention.minutes", Long.toString(Duration.ofDays(365).toMinutes()));
    return properties;
  }

  private static void oneNode(Map<String, Object> properties) {
    properties.put("offsets.topic.replication.factor", "1");
    properties.put("transaction.state.log.replication.factor", "1");
    properties.put("transaction.state.log.min.isr", "1");
    properties.put("share.coordinator.state.topic.replication.factor", "1");
    properties.put("share.coordinator.state.topic.min.isr", "1");
    properties.put("group.initial.rebalance.delay.ms", "0");
  }

  private static void small(Map<String, Object> properties) {
    properties.put("offsets.topic.num.partitions", "2");
    properties.put("transaction.state.log.num.partitions", "2");
    properties.put("share.coordinator.state.topic.num.partitions", "1");
    properties.put("num.network.threads", "2");
    properties.put("num.io.threads", "4");
    properties.put("log.segment.bytes", Integer.toString(SEGMENT_BYTES));
    // 128 MiB unless told otherwise
    properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(CLEANER_BYTES));
  }
}
