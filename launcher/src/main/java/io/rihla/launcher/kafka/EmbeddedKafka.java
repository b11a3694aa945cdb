package io.rihla.launcher.kafka;

import io.rihla.schemas.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole Kafka in one process: broker and controller, on loopback, with data that stays. */
public final class EmbeddedKafka implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);
  private static final String CONTROLLER_LISTENER = "CONTROLLER";

  private final KafkaRaftServer server;

  private EmbeddedKafka(KafkaRaftServer server) {
    this.server = server;
  }

  /** Starts the broker; it takes requests when this returns. */
  public static EmbeddedKafka start(BrokerSettings settings) throws Exception {
    Files.createDirectories(settings.data());
    format(settings.data());
    KafkaRaftServer server =
        new KafkaRaftServer(new KafkaConfig(settings.properties(), false), Time.SYSTEM);
    server.startup();
    return new EmbeddedKafka(server);
  }

  /** Gives an empty data folder its cluster id; a folder that has one stays as it is. */
  private static void format(Path data) throws Exception {
    new Formatter()
        .setClusterId(clusterId(data))
        .setNodeId(BrokerSettings.NODE_ID)
        .setControllerListenerName(CONTROLLER_LISTENER)
        .setMetadataLogDirectory(data.toString())
        .addDirectory(data.toString())
        .setIgnoreFormatted(true)
        .setUnstableFeatureVersionsEnabled(false)
        .run();
  }

  private static String clusterId(Path data) throws IOException {
    Path meta = data.resolve("meta.properties");
    if (!Files.exists(meta)) {
      return Uuid.randomUuid().toString();
    }
    Properties properties = new Properties();
    try (var in = Files.newInputStream(meta)) {
      properties.load(in);
    }
    return properties.getProperty("cluster.id");
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  public static void main(String[] args) throws Exception {
    Settings environment = new Settings(System.getenv());
    BrokerSettings settings = BrokerSettings.read(environment);
    environment.check();
    EmbeddedKafka kafka = start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop"));
    LOG.info("kafka takes requests on {}", settings.bootstrapServers());
    kafka.server.awaitShutdown();
  }
}
