package io.rihla.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rihla.launcher.kafka.BrokerSettings;
import io.rihla.launcher.kafka.EmbeddedKafka;
import io.rihla.launcher.local.Ports;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.read.KafkaTopics;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.topics.TopicSetup;
import io.rihla.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Why transactions live seven days: what was written but not committed when its writer stopped is
 * gone when the broker's patience ends. It is not gone unnoticed.
 */
class TransactionTimeoutTest {
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofDays(7);

  @Test
  void whatTheBrokerAbortedIsLostAndNamedAndWhatItKeptIsNot(@TempDir Path folder) throws Exception {
    Ports ports = new Ports(folder.resolve("ports"));
    BrokerSettings settings =
        new BrokerSettings(folder.resolve("kafka"), ports.free("kafka"), ports.free("controller"));
    String servers = "127.0.0.1:" + settings.port();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(settings);
        Admin admin = Admin.create(Map.of("bootstrap.servers", servers));
        KafkaProducer<byte[], byte[]> patient = producer(servers, "patient", LONG);
        KafkaProducer<byte[], byte[]> hasty = producer(servers, "hasty", SHORT)) {
      assertThat(kafka).isNotNull();
      TopicSetup.ensure(admin, (short) 1);
      Told told = Told.rightly();
      List<ConversationEvent> events = told.events;
      int half = events.size() / 2;

      begin(patient, events.subList(0, half));
      begin(hasty, events.subList(half, events.size() - 1));
      await()
          .atMost(Duration.ofSeconds(120))
          .until(() -> state(admin, "hasty") == TransactionState.COMPLETE_ABORT);

      patient.commitTransaction();
      assertThatThrownBy(hasty::commitTransaction).isInstanceOf(KafkaException.class);
      try (KafkaProducer<byte[], byte[]> next = producer(servers, "next", LONG)) {
        begin(next, events.subList(events.size() - 1, events.size()));
        next.commitTransaction();
      }
      KafkaTopics topics = KafkaTopics.read(servers);
      assertThat(topics.events()).hasSize(half + 1);
      assertThat(ConversationRulesTest.broken(history(told, topics)))
          .contains("message-ends", "event-numbers");
    }
  }

  private static TransactionState state(Admin admin, String id) throws Exception {
    return admin.describeTransactions(List.of(id)).description(id).get().state();
  }

  private static void begin(
      KafkaProducer<byte[], byte[]> producer, List<ConversationEvent> events) {
    producer.initTransactions();
    producer.beginTransaction();
    events.forEach(event -> producer.send(Topics.CONVERSATION_EVENTS.record(Told.CUSTOMER, event)));
    producer.flush();
  }

  private static History history(Told told, KafkaTopics topics) {
    History whole = told.history();
    return new History(
        whole.readAt(),
        whole.inbound(),
        topics.events(),
        topics.eventEnds(),
        whole.replies(),
        List.of(),
        topics.unreadable(),
        whole.shown(),
        Optional.empty());
  }

  private static KafkaProducer<byte[], byte[]> producer(
      String servers, String id, Duration transactionTimeout) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            id,
            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
            Math.toIntExact(transactionTimeout.toMillis())),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
