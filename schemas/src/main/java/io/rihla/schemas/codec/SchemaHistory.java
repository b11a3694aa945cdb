package io.rihla.schemas.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Every version of a message that was ever released, oldest first: {@code
 * schema-history/<Message>/<n>.avsc} on the class path. The last one is the current one; a test
 * holds that, and that the current one reads all before it.
 */
public final class SchemaHistory {
  private SchemaHistory() {}

  public static List<Schema> of(Class<? extends AvroMessage> type) {
    List<Schema> versions = new ArrayList<>();
    for (int version = 1; ; version++) {
      String path = "/schema-history/%s/%d.avsc".formatted(type.getSimpleName(), version);
      try (InputStream in = type.getResourceAsStream(path)) {
        if (in == null) {
          return versions;
        }
        versions.add(new Schema.Parser().parse(in));
      } catch (IOException e) {
        throw new UncheckedIOException(path, e);
      }
    }
  }
}
