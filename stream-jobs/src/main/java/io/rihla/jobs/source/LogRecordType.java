package io.rihla.jobs.source;

import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** Tells Flink that log records are immutable values with a binary form of their own. */
public final class LogRecordType<T extends LogRecord> extends TypeInformation<T> {
  private static final long serialVersionUID = 1;

  private final Class<T> type;

  private LogRecordType(Class<T> type) {
    this.type = type;
  }

  public static <T extends LogRecord> LogRecordType<T> logRecord(Class<T> type) {
    return new LogRecordType<>(type);
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return new LogRecordSerializer<>();
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof LogRecordType<?>;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LogRecordType<?> that && that.type == type;
  }

  @Override
  public int hashCode() {
    return Objects.hash(type);
  }

  @Override
  public String toString() {
    return type.getSimpleName();
  }
}
