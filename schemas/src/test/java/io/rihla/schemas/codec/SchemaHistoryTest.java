package io.rihla.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.schemas.functions.FunctionMessages;
import io.rihla.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds that a contract only changes so that everything ever written stays readable. After a
 * deliberate change run the build once with {@code -Drihla.schema.record=true}.
 */
class SchemaHistoryTest {
  static Stream<Class<? extends AvroMessage>> messages() {
    return Stream.concat(Topics.messageTypes(), FunctionMessages.all().stream());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void theCurrentSchemaIsTheLastRecordedOne(Class<? extends AvroMessage> type) throws Exception {
    Schema current = Schemas.root(type);
    List<Schema> history = SchemaHistory.of(type);
    if (Boolean.getBoolean("rihla.schema.record")
        && (history.isEmpty() || !same(current, history.getLast()))) {
      write(type, current, history.size() + 1);
      return;
    }
    assertThat(history).as("run once with -Drihla.schema.record=true").isNotEmpty();
    assertThat(same(current, history.getLast()))
        .as("%s changed: record a new version with -Drihla.schema.record=true", type)
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void theCurrentSchemaReadsEveryPastOne(Class<? extends AvroMessage> type) throws Exception {
    new SchemaValidatorBuilder()
        .canReadStrategy()
        .validateAll()
        .validate(Schemas.root(type), SchemaHistory.of(type).reversed());
  }

  private static boolean same(Schema one, Schema other) {
    return SchemaNormalization.toParsingForm(one).equals(SchemaNormalization.toParsingForm(other))
        && one.equals(other);
  }

  private static void write(Class<?> type, Schema schema, int version) throws IOException {
    Path file =
        Path.of("src/main/resources/schema-history", type.getSimpleName(), version + ".avsc");
    Files.createDirectories(file.getParent());
    Files.writeString(file, schema.toString(true) + "\n");
  }
}
