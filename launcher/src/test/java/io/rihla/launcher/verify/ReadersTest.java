package io.rihla.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.launcher.kafka.BrokerSettings;
import io.rihla.launcher.kafka.EmbeddedKafka;
import io.rihla.launcher.local.Ports;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.read.KafkaTopics;
import io.rihla.schemas.codec.AvroMessage;
import io.rihla.schemas.topics.Topic;
import io.rihla.schemas.topics.TopicSetup;
import io.rihla.schemas.topics.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in a history is found in a real broker too, and only what was committed. */
class ReadersTest {
  @Test
  void aCorruptionInTheLogIsReadAndSeen(@TempDir Path folder) throws Exception {
    Ports ports = new Ports(folder.resolve("ports"));
    BrokerSettings settings =
        new BrokerSettings(folder.resolve("kafka"), ports.free("kafka"), ports.free("controller"));
    String servers = "127.0.0.1:" + settings.port();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(settings);
        Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      TopicSetup.ensure(admin, (short) 1);
      Told told = Told.rightly();
      try (KafkaProducer<byte[], byte[]> producer = producer(servers)) {
        producer.initTransactions();
        producer.beginTransaction();
        told.inbound.forEach(value -> send(producer, Topics.WHATSAPP_INBOUND, value));
        told.replies.forEach(value -> send(producer, Topics.WHATSAPP_OUTBOUND, value));
        told.events.forEach(value -> send(producer, Topics.CONVERSATION_EVENTS, value));
        producer.commitTransaction();
        // what a transaction took back was never said
        producer.beginTransaction();
        send(producer, Topics.WHATSAPP_OUTBOUND, told.replies.getFirst());
        producer.flush();
        producer.abortTransaction();
        assertThat(ConversationRulesTest.broken(history(servers, told))).isEmpty();

        Told more = told.event("bot", "T9", told.events.getLast().payload());
        producer.beginTransaction();
        send(producer, Topics.CONVERSATION_EVENTS, more.events.getLast());
        producer.send(
            new ProducerRecord<>(Topics.DEAD_LETTERS.name(), new byte[] {1}, new byte[] {2}));
        producer.commitTransaction();
        assertThat(ConversationRulesTest.broken(history(servers, more)))
            .containsExactly("sent-once", "records-readable");
      }
      assertThat(kafka).isNotNull();
    }
  }

  private static History history(String servers, Told told) {
    KafkaTopics topics = KafkaTopics.read(servers);
    assertThat(topics.events()).hasSameSizeAs(told.events);
    return new History(
        told.history().readAt(),
        topics.inbound(),
        topics.events(),
        topics.eventEnds(),
        topics.replies(),
        topics.letters(),
        topics.unreadable(),
        Optional.of(List.copyOf(told.shown)),
        Optional.empty());
  }

  private static <T extends AvroMessage> void send(
      KafkaProducer<byte[], byte[]> producer, Topic<T> topic, T value) {
    producer.send(topic.record(Told.CUSTOMER, value));
  }

  private static KafkaProducer<byte[], byte[]> producer(String servers) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            "teller"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
