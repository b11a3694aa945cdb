package io.rihla.launcher.bench;

import io.rihla.launcher.local.Refusal;
import io.rihla.schemas.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The same broker with nothing behind it: records are written with acks=all and read again. */
record BareKafka(String bootstrapServers, int records) {
  private static final int BYTES = 500;
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Records per second, from the first write to the last read. */
  double perSecond() throws InterruptedException {
    String topic = "bench-" + UUID.randomUUID();
    try (Admin admin =
        Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      admin.createTopics(List.of(new NewTopic(topic, Topic.PARTITIONS, (short) 1))).all().get();
      try {
        return measure(topic);
      } finally {
        admin.deleteTopics(List.of(topic)).all().get();
      }
    } catch (ExecutionException e) {
      throw new Refusal("Kafka cannot be measured: %s.".formatted(e.getCause()), e);
    }
  }

  private double measure(String topic) {
    try (KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrapServers,
                    ProducerConfig.ACKS_CONFIG,
                    "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, Topic.PARTITIONS).mapToObj(p -> new TopicPartition(topic, p)).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long begin = System.nanoTime();
      for (int i = 0; i < records; i++) {
        var unused =
            producer.send(new ProducerRecord<>(topic, i % Topic.PARTITIONS, null, new byte[BYTES]));
      }
      int read = 0;
      while (read < records && System.nanoTime() - begin < PATIENCE.toNanos()) {
        read += consumer.poll(POLL).count();
      }
      return read * 1e9 / (System.nanoTime() - begin);
    }
  }
}
