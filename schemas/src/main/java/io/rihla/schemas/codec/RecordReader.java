package io.rihla.schemas.codec;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/** Reads a record field by field and then builds it at once. */
final class RecordReader<T> extends GenericDatumReader<T> {
  private final RecordData data;

  RecordReader(Schema writer, Schema reader, RecordData data) {
    super(writer, reader, data);
    this.data = data;
  }

  @Override
  protected Object readRecord(@Nullable Object old, Schema expected, ResolvingDecoder in)
      throws IOException {
    return data.build(super.readRecord(null, expected, in), expected);
  }

  @Override
  protected Object readString(@Nullable Object old, Schema expected, org.apache.avro.io.Decoder in)
      throws IOException {
    return in.readString();
  }
}
