package io.rihla.schemas.codec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * The current schema of every generated record, found through the root messages they are part of.
 */
final class Schemas {
  private static final Map<String, Schema> KNOWN = new ConcurrentHashMap<>();

  private Schemas() {}

  /** The schema of a root message. */
  static Schema root(Class<? extends AvroMessage> type) {
    try {
      Schema schema = (Schema) type.getField("SCHEMA").get(null);
      Map<String, Schema> parts = new HashMap<>();
      collect(schema, parts);
      KNOWN.putAll(parts);
      return schema;
    } catch (ReflectiveOperationException e) {
      throw new AvroRuntimeException(type + " carries no schema", e);
    }
  }

  /** The schema of any generated record, root or part. */
  static Schema of(Class<?> type) {
    if (AvroMessage.class.isAssignableFrom(type)) {
      return root(type.asSubclass(AvroMessage.class));
    }
    Schema schema = KNOWN.get(type.getName());
    if (schema == null) {
      io.rihla.schemas.topics.Topics.messageTypes().forEach(Schemas::root);
      schema = KNOWN.get(type.getName());
    }
    if (schema == null) {
      throw new AvroRuntimeException(type + " is not part of a known message");
    }
    return schema;
  }

  private static void collect(Schema schema, Map<String, Schema> into) {
    List<Schema> next = new ArrayList<>();
    switch (schema.getType()) {
      case RECORD -> {
        if (into.putIfAbsent(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> next.add(field.schema()));
        }
      }
      case UNION -> next.addAll(schema.getTypes());
      case ARRAY -> next.add(schema.getElementType());
      case MAP -> next.add(schema.getValueType());
      case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
    }
    next.forEach(part -> collect(part, into));
  }
}
