package io.rihla.schemas.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.jspecify.annotations.Nullable;

/**
 * Avro's data model over the Java records generated from the schemas: a schema named {@code a.b.C}
 * is the record {@code a.b.C}, its fields are the components in the same order.
 */
public final class RecordData extends GenericData {
  private static final RecordData INSTANCE = new RecordData();

  private final ConcurrentMap<Class<?>, Shape> shapes = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Class<?>> classes = new ConcurrentHashMap<>();

  private RecordData() {
    setFastReaderEnabled(false);
  }

  public static RecordData get() {
    return INSTANCE;
  }

  /** The message as JSON with the field names of its schema. */
  public static String json(Object message) {
    return INSTANCE.toString(message);
  }

  @Override
  public DatumReader<?> createDatumReader(Schema writer, Schema reader) {
    return new RecordReader<>(writer, reader, this);
  }

  @Override
  public DatumReader<?> createDatumReader(Schema schema) {
    return new RecordReader<>(schema, schema, this);
  }

  @Override
  public DatumWriter<?> createDatumWriter(Schema schema) {
    return new org.apache.avro.generic.GenericDatumWriter<>(schema, this);
  }

  @Override
  protected boolean isRecord(@Nullable Object datum) {
    return datum instanceof java.lang.Record || datum instanceof Draft;
  }

  @Override
  protected boolean isEnum(@Nullable Object datum) {
    return datum instanceof Enum<?>;
  }

  @Override
  protected String getSchemaName(@Nullable Object datum) {
    return datum instanceof java.lang.Record || datum instanceof Enum<?>
        ? datum.getClass().getName()
        : super.getSchemaName(datum);
  }

  @Override
  protected Schema getRecordSchema(Object record) {
    return shape(record.getClass()).schema();
  }

  @Override
  public @Nullable Object getField(Object record, String name, int position) {
    try {
      return shape(record.getClass()).accessors().get(position).invoke(record);
    } catch (Throwable e) {
      throw new AvroRuntimeException("cannot read " + name + " of " + record.getClass(), e);
    }
  }

  @Override
  public void setField(Object record, String name, int position, @Nullable Object value) {
    ((Draft) record).values[position] = value;
  }

  @Override
  public Object newRecord(@Nullable Object old, Schema schema) {
    return new Draft(schema.getFields().size());
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public Object createEnum(String symbol, Schema schema) {
    return Enum.valueOf((Class) classOf(schema), symbol);
  }

  Object build(Object draft, Schema schema) {
    try {
      return (Object) shape(classOf(schema)).constructor().invokeExact(((Draft) draft).values);
    } catch (Throwable e) {
      throw new AvroRuntimeException("cannot build " + schema.getFullName(), e);
    }
  }

  private Class<?> classOf(Schema schema) {
    return classes.computeIfAbsent(
        schema.getFullName(),
        name -> {
          try {
            return Class.forName(name, true, RecordData.class.getClassLoader());
          } catch (ClassNotFoundException e) {
            throw new AvroRuntimeException("no record for schema " + name, e);
          }
        });
  }

  private Shape shape(Class<?> type) {
    return shapes.computeIfAbsent(type, Shape::of);
  }

  /** Values of a record that is being read: components may only be set together. */
  private static final class Draft {
    final @Nullable Object[] values;

    Draft(int size) {
      values = new Object[size];
    }
  }

  private record Shape(MethodHandle constructor, List<MethodHandle> accessors, Schema schema) {
    static Shape of(Class<?> type) {
      try {
        RecordComponent[] components = type.getRecordComponents();
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        Class<?>[] types = new Class<?>[components.length];
        List<MethodHandle> accessors = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
          types[i] = components[i].getType();
          accessors.add(
              lookup
                  .unreflect(components[i].getAccessor())
                  .asType(MethodType.methodType(Object.class, Object.class)));
        }
        MethodHandle constructor =
            lookup
                .findConstructor(type, MethodType.methodType(void.class, types))
                .asSpreader(Object[].class, types.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
        return new Shape(constructor, accessors, Schemas.of(type));
      } catch (ReflectiveOperationException e) {
        throw new AvroRuntimeException(type + " is not a public record", e);
      }
    }
  }
}
