package io.rihla.schemas.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;

/**
 * Avro's single-object encoding for one root message: the fingerprint of the writer's schema in
 * front, every past version readable. Safe for use by many threads.
 */
public final class Codec<T extends AvroMessage> {
  private static final Map<Class<?>, Codec<?>> CODECS = new ConcurrentHashMap<>();

  private final Class<T> type;
  private final BinaryMessageEncoder<T> encoder;
  private final BinaryMessageDecoder<T> decoder;

  private Codec(Class<T> type) {
    this.type = type;
    Schema schema = Schemas.root(type);
    SchemaStore.Cache past = new SchemaStore.Cache();
    SchemaHistory.of(type).forEach(past::addSchema);
    this.encoder = new BinaryMessageEncoder<>(RecordData.get(), schema);
    this.decoder = new BinaryMessageDecoder<>(RecordData.get(), schema, past);
  }

  @SuppressWarnings("unchecked")
  public static <T extends AvroMessage> Codec<T> of(Class<T> type) {
    // asked for with every record: computeIfAbsent alone may lock although it is there
    Codec<?> known = CODECS.get(type);
    return (Codec<T>)
        (known == null ? CODECS.computeIfAbsent(type, t -> new Codec<>(type)) : known);
  }

  public byte[] encode(T message) {
    try {
      java.nio.ByteBuffer buffer = encoder.encode(message);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws UnreadableMessage when the bytes are not a known version of this message
   */
  public T decode(byte[] bytes) {
    try {
      return decoder.decode(bytes);
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
      throw new UnreadableMessage(type, e);
    }
  }
}
