package io.rihla.jobs.source;

import io.rihla.schemas.conversation.Tick;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The one source that all jobs share. */
public record ConversationLog(
    DataStream<SourcedEvent> events, DataStream<UnreadableRecord> unreadable) {
  public static final String GROUP = "rihla-jobs";

  private static final Duration LATENESS = Duration.ofMinutes(1);

  /** Three ticks without a record: the partition has no writer any more. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  /** Reads from where the last checkpoint stands, else from the beginning of the log. */
  public static Source<LogRecord, ?, ?> kafka(String bootstrapServers) {
    return KafkaSource.<LogRecord>builder()
        .setBootstrapServers(bootstrapServers)
        .setTopics(Topics.CONVERSATION_EVENTS.name())
        .setGroupId(GROUP)
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new LogRecordReader())
        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        // partition counts never change: nothing to discover
        .setProperty(KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(), "-1")
        .build();
  }

  /**
   * The events handed to the task that their customer falls to, once for all jobs that keep state
   * per customer; {@link #customers} tells Flink that they are. Ticks carry only time.
   */
  public static DataStream<SourcedEvent> byCustomer(DataStream<SourcedEvent> events) {
    KeyedStream<SourcedEvent, String> keyed =
        events
            .filter(sourced -> !(sourced.event().payload() instanceof Tick))
            .name("events without ticks")
            .uid("events-without-ticks")
            .keyBy(sourced -> sourced.event().customerKey(), Types.STRING);
    // as a stream without a key: an operator with one would open a state backend for nothing
    return new DataStream<>(keyed.getExecutionEnvironment(), keyed.getTransformation())
        .map(sourced -> sourced, LogRecordType.logRecord(SourcedEvent.class))
        .name("events by customer")
        .uid("events-by-customer");
  }

  /** Events that come from {@link #byCustomer} and were not handed on since, by customer. */
  public static KeyedStream<SourcedEvent, String> customers(DataStream<SourcedEvent> byCustomer) {
    return DataStreamUtils.reinterpretAsKeyedStream(
        byCustomer, sourced -> sourced.event().customerKey(), Types.STRING);
  }

  public static ConversationLog define(
      StreamExecutionEnvironment environment, Source<LogRecord, ?, ?> source) {
    SingleOutputStreamOperator<SourcedEvent> events =
        environment
            .fromSource(
                source,
                watermarks(),
                "conversation.events",
                LogRecordType.logRecord(LogRecord.class))
            .uid("conversation-log")
            .process(new ReadableEvents())
            .returns(LogRecordType.logRecord(SourcedEvent.class))
            .name("readable events")
            .uid("readable-events");
    return new ConversationLog(events, events.getSideOutput(ReadableEvents.UNREADABLE));
  }

  private static WatermarkStrategy<LogRecord> watermarks() {
    return WatermarkStrategy.<LogRecord>forBoundedOutOfOrderness(LATENESS)
        .withTimestampAssigner((record, kafkaTime) -> record.time())
        .withIdleness(IDLE);
  }
}
