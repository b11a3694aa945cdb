package io.rihla.jobs.sink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes one row as a line of JSON. */
public final class JsonRow {
  private static final JsonFactory JSON = new JsonFactory();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private final JsonGenerator generator;
  private final String key;

  /** A row that a newer one with the same key replaces; without a key, a row that stays. */
  public JsonRow(Object... key) {
    this.key = Stream.of(key).map(Object::toString).collect(Collectors.joining("\n"));
    try {
      generator = JSON.createGenerator(bytes);
      generator.writeStartObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonRow text(String column, String value) {
    return write(() -> generator.writeStringField(column, value));
  }

  public JsonRow number(String column, long value) {
    return write(() -> generator.writeNumberField(column, value));
  }

  public JsonRow number(String column, double value) {
    return write(() -> generator.writeNumberField(column, value));
  }

  /** A number or a time in epoch milliseconds that may be unknown. */
  public JsonRow maybe(String column, @Nullable Number value) {
    return value == null
        ? write(() -> generator.writeNullField(column))
        : json(column, value.toString());
  }

  /** Kept as 0 or 1. */
  public JsonRow flag(String column, boolean value) {
    return number(column, value ? 1 : 0);
  }

  /** A day in ISO 8601, null if unknown. */
  public JsonRow day(String column, @Nullable LocalDate day) {
    return day == null
        ? write(() -> generator.writeNullField(column))
        : text(column, day.toString());
  }

  public JsonRow texts(String column, Collection<String> values) {
    return write(
        () -> {
          generator.writeArrayFieldStart(column);
          for (String value : values) {
            generator.writeString(value);
          }
          generator.writeEndArray();
        });
  }

  /** Texts and numbers by name. */
  public JsonRow map(String column, Map<String, ?> values) {
    return write(
        () -> {
          generator.writeObjectFieldStart(column);
          for (Map.Entry<String, ?> entry : values.entrySet()) {
            if (entry.getValue() instanceof Number number) {
              generator.writeFieldName(entry.getKey());
              generator.writeRawValue(number.toString());
            } else {
              generator.writeStringField(entry.getKey(), entry.getValue().toString());
            }
          }
          generator.writeEndObject();
        });
  }

  /** A value that is JSON already. */
  public JsonRow json(String column, String value) {
    return write(
        () -> {
          generator.writeFieldName(column);
          generator.writeRawValue(value);
        });
  }

  String key() {
    return key;
  }

  public byte[] bytes() {
    write(
        () -> {
          generator.writeEndObject();
          generator.close();
        });
    return bytes.toByteArray();
  }

  private JsonRow write(Writing writing) {
    try {
      writing.write();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Writing {
    void write() throws IOException;
  }
}
