package io.rihla.jobs.sink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;

/** Gathers rows; a batch ends at the checkpoint, or when it is big enough for one insert. */
final class BatchWriter<T extends TableRow> implements CommittingSinkWriter<T, Batch> {
  private static final int MOST_ROWS = 5_000;
  private static final int MOST_BYTES = 4 << 20;

  private List<Batch> finished = new ArrayList<>();
  private List<Batch.Row> rows = new ArrayList<>();
  private int bytes;

  @Override
  public void write(T row, Context context) {
    byte[] json = row.json();
    rows.add(new Batch.Row(row.sourcePartition(), row.sourceOffset(), json));
    bytes += json.length;
    if (rows.size() >= MOST_ROWS || bytes >= MOST_BYTES) {
      cut();
    }
  }

  private void cut() {
    if (!rows.isEmpty()) {
      finished.add(Batch.of(rows));
      rows = new ArrayList<>();
      bytes = 0;
    }
  }

  @Override
  public void flush(boolean endOfInput) {
    // rows leave with the checkpoint that counts them, never before
  }

  @Override
  public Collection<Batch> prepareCommit() {
    cut();
    Collection<Batch> batches = finished;
    finished = new ArrayList<>();
    return batches;
  }

  @Override
  public void close() {}
}
