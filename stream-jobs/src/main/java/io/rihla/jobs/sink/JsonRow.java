package io.rihla.jobs.sink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes one row as a line of JSON. */
public final class JsonRow {
  private static final JsonFactory JSON = new JsonFactory();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private final JsonGenerator generator;

  public JsonRow() {
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

  public JsonRow texts(String column, List<String> values) {
    return write(
        () -> {
          generator.writeArrayFieldStart(column);
          for (String value : values) {
            generator.writeString(value);
          }
          generator.writeEndArray();
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
