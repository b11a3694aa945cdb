package io.rihla.jobs.source;

import io.rihla.schemas.topics.Topics;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Position and the bytes of the log itself, so that whatever Flink keeps of an event can be read as
 * long as the log can: the codec knows every past version.
 */
final class LogRecordSerializer<T extends LogRecord> extends TypeSerializerSingleton<T> {
  private static final long serialVersionUID = 1;
  private static final byte EVENT = 1;
  private static final byte UNREADABLE = 2;

  @Override
  public void serialize(T record, DataOutputView out) throws IOException {
    switch (record) {
      case SourcedEvent sourced -> {
        writeHead(EVENT, sourced, Topics.CONVERSATION_EVENTS.codec().encode(sourced.event()), out);
      }
      case UnreadableRecord unreadable -> {
        writeHead(UNREADABLE, unreadable, unreadable.value(), out);
        out.writeUTF(unreadable.fault());
        out.writeUTF(unreadable.topic());
      }
    }
  }

  private static void writeHead(byte kind, LogRecord record, byte[] value, DataOutputView out)
      throws IOException {
    out.writeByte(kind);
    out.writeInt(record.partition());
    out.writeLong(record.offset());
    out.writeInt(value.length);
    out.write(value);
  }

  @Override
  @SuppressWarnings("unchecked")
  public T deserialize(DataInputView in) throws IOException {
    byte kind = in.readByte();
    int partition = in.readInt();
    long offset = in.readLong();
    byte[] value = new byte[in.readInt()];
    in.readFully(value);
    LogRecord record =
        switch (kind) {
          case EVENT ->
              new SourcedEvent(Topics.CONVERSATION_EVENTS.codec().decode(value), partition, offset);
          case UNREADABLE -> unreadable(partition, offset, value, in.readUTF(), in.readUTF());
          default -> throw new IOException("not a log record: kind " + kind);
        };
    return (T) record;
  }

  private static UnreadableRecord unreadable(
      int partition, long offset, byte[] value, String fault, String topic) {
    return new UnreadableRecord(topic, partition, offset, value, fault);
  }

  @Override
  public T deserialize(T reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  @SuppressWarnings("NullAway") // Flink's convention for types without an empty value
  public T createInstance() {
    return null;
  }

  @Override
  public T copy(T from) {
    return from;
  }

  @Override
  public T copy(T from, T reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new Snapshot<>();
  }

  /** Names the serializer in checkpoints. */
  public static final class Snapshot<T extends LogRecord> extends SimpleTypeSerializerSnapshot<T> {
    public Snapshot() {
      super(LogRecordSerializer::new);
    }
  }
}
