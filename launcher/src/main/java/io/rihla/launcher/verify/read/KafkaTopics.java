package io.rihla.launcher.verify.read;

import io.rihla.launcher.verify.history.Logged;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.Tick;
import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.outbound.OutboundReply;
import io.rihla.schemas.topics.Topics;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What lies in Kafka. Reads committed records only and leaves no trace in the broker. */
public record KafkaTopics(
    List<Logged<WhatsAppEvent>> inbound,
    List<Logged<ConversationEvent>> events,
    Map<Integer, Long> eventEnds,
    List<Logged<OutboundReply>> replies,
    List<Logged<DeadLetter>> letters,
    List<String> unreadable) {
  private static final int TIMEOUT_MILLIS = 15_000;

  public static KafkaTopics read(String bootstrapServers) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            TIMEOUT_MILLIS,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      // the ends of effects before the ends of their causes: each event finds what led to it
      var events = new TopicReader<>(Topics.CONVERSATION_EVENTS, consumer);
      var replies = new TopicReader<>(Topics.WHATSAPP_OUTBOUND, consumer);
      var letters = new TopicReader<>(Topics.DEAD_LETTERS, consumer);
      var inbound = new TopicReader<>(Topics.WHATSAPP_INBOUND, consumer);
      return of(inbound.read(), events.read(), replies.read(), letters.read());
    }
  }

  private static KafkaTopics of(
      TopicReader.Content<WhatsAppEvent> inbound,
      TopicReader.Content<ConversationEvent> events,
      TopicReader.Content<OutboundReply> replies,
      TopicReader.Content<DeadLetter> letters) {
    return new KafkaTopics(
        inbound.records(),
        events.records().stream()
            .filter(logged -> !(logged.value().payload() instanceof Tick))
            .toList(),
        events.ends(),
        replies.records(),
        letters.records(),
        Stream.of(inbound, events, replies, letters)
            .flatMap(content -> content.unreadable().stream())
            .toList());
  }
}
