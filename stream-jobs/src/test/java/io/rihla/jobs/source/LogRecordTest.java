package io.rihla.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.jobs.Events;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class LogRecordTest {
  private final TypeSerializer<LogRecord> serializer =
      LogRecordType.logRecord(LogRecord.class).createSerializer(new SerializerConfigImpl());

  @Test
  void bytesOfTheTopicAreReadToTheirEvent() {
    ConversationEvent event = Events.event(3, "customer", Events.text("Halo"));

    assertThat(LogRecordReader.read(4, 99, Topics.CONVERSATION_EVENTS.codec().encode(event)))
        .isEqualTo(new SourcedEvent(event, 4, 99));
  }

  @Test
  void otherBytesAreKeptWithTheReason() {
    byte[] garbage = "garbage".getBytes(StandardCharsets.UTF_8);

    assertThat(LogRecordReader.read(4, 99, garbage))
        .isInstanceOfSatisfying(
            UnreadableRecord.class,
            record -> {
              assertThat(record.value()).isEqualTo(garbage);
              assertThat(record.fault()).contains("ConversationEvent");
            });
  }

  @Test
  void aRecordWithoutValueIsUnreadable() {
    assertThat(LogRecordReader.read(4, 99, null)).isInstanceOf(UnreadableRecord.class);
  }

  @Test
  void anEventSurvivesFlinksSerialization() throws IOException {
    LogRecord event = Events.sourced(7, Events.text("Halo"));

    assertThat(roundTrip(event)).isEqualTo(event);
  }

  @Test
  void anUnreadableRecordSurvivesFlinksSerialization() throws IOException {
    UnreadableRecord back =
        (UnreadableRecord) roundTrip(new UnreadableRecord(1, 2, new byte[] {1, 2, 3}, "why"));

    assertThat(back.value()).containsExactly(1, 2, 3);
    assertThat(back.offset()).isEqualTo(2);
    assertThat(back.fault()).isEqualTo("why");
  }

  @Test
  void aPhoneWithAFastClockDoesNotMoveTimeAhead() {
    ConversationEvent now = Events.event(1, "customer", Events.text("Halo"));
    ConversationEvent early =
        new ConversationEvent(
            now.eventId(),
            now.recordedAt() + 86_400_000,
            now.recordedAt(),
            now.customerKey(),
            now.conversationId(),
            now.journey(),
            now.session(),
            now.seq(),
            now.cause(),
            now.actor(),
            now.payload());

    assertThat(new SourcedEvent(early, 0, 0).time()).isEqualTo(now.recordedAt());
  }

  private LogRecord roundTrip(LogRecord record) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(256);
    serializer.serialize(record, out);
    return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
  }
}
