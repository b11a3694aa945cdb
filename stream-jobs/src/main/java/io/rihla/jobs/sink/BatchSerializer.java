package io.rihla.jobs.sink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Batches in checkpoints; a released version stays readable. */
final class BatchSerializer implements SimpleVersionedSerializer<Batch> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(Batch batch) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(batch.token());
      out.writeInt(batch.rows().size());
      for (Batch.Row row : batch.rows()) {
        out.writeInt(row.partition());
        out.writeLong(row.offset());
        out.writeInt(row.json().length);
        out.write(row.json());
      }
    }
    return bytes.toByteArray();
  }

  @Override
  public Batch deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException("a batch of version " + version + " is newer than these jobs");
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
    String token = in.readUTF();
    int size = in.readInt();
    List<Batch.Row> rows = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int partition = in.readInt();
      long offset = in.readLong();
      rows.add(new Batch.Row(partition, offset, in.readNBytes(in.readInt())));
    }
    return new Batch(token, rows);
  }
}
