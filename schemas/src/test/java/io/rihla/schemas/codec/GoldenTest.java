package io.rihla.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.schemas.functions.FunctionMessages;
import io.rihla.schemas.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages written by every version there ever was, as bytes: they must be readable for ever. A new
 * version's file is recorded together with its schema, with {@code -Drihla.schema.record=true}.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final int SAMPLES = 60;
  private static final long SEED = 20270315;

  static Stream<Class<? extends AvroMessage>> messages() {
    return Stream.concat(Topics.messageTypes(), FunctionMessages.all().stream());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void messagesOfEveryVersionAreReadAndTheCurrentOnesWrittenTheSame(
      Class<? extends AvroMessage> type) throws IOException {
    List<Schema> versions = SchemaHistory.of(type);
    for (int version = 1; version <= versions.size(); version++) {
      Path file = FOLDER.resolve(type.getSimpleName()).resolve(version + ".bin");
      if (Boolean.getBoolean("rihla.schema.record") && !Files.exists(file)) {
        record(file, versions.get(version - 1));
      }
      List<byte[]> messages = read(file);
      assertThat(messages).hasSize(SAMPLES);
      for (byte[] message : messages) {
        roundTrip(type, message, version == versions.size());
      }
    }
  }

  private static <T extends AvroMessage> void roundTrip(
      Class<T> type, byte[] bytes, boolean current) {
    Codec<T> codec = Codec.of(type);
    T message = codec.decode(bytes);
    assertThat(codec.decode(codec.encode(message))).isEqualTo(message);
    if (current) {
      assertThat(codec.encode(message)).isEqualTo(bytes);
    }
  }

  private static void record(Path file, Schema schema) throws IOException {
    BinaryMessageEncoder<Object> encoder = new BinaryMessageEncoder<>(GenericData.get(), schema);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Object sample : new RandomData(schema, SAMPLES, SEED)) {
        byte[] message = encoder.encode(sample).array();
        out.writeInt(message.length);
        out.write(message);
      }
    }
    Files.createDirectories(file.getParent());
    Files.write(file, bytes.toByteArray());
  }

  private static List<byte[]> read(Path file) throws IOException {
    assertThat(file).as("run once with -Drihla.schema.record=true").exists();
    List<byte[]> messages = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      while (in.available() > 0) {
        messages.add(in.readNBytes(in.readInt()));
      }
    }
    return messages;
  }
}
