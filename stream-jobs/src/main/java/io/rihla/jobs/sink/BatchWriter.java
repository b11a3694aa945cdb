package io.rihla.jobs.sink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;

/**
 * Gathers rows; a batch ends at the checkpoint, or when it is big enough for one insert. Of rows
 * that replace each other only the newest is worth an insert.
 */
final class BatchWriter<T extends TableRow> implements CommittingSinkWriter<T, Batch> {
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_BYTES = 8 << 20;

  private record Newest(long version, Batch.Row row) {}

  private List<Batch> finished = new ArrayList<>();
  private List<Batch.Row> staying = new ArrayList<>();
  private Map<String, Newest> newest = new LinkedHashMap<>();
  private int bytes;

  @Override
  public void write(T row, Context context) {
    byte[] json = row.json();
    Batch.Row written = new Batch.Row(row.sourcePartition(), row.sourceOffset(), json);
    bytes += json.length;
    if (row.key().isEmpty()) {
      staying.add(written);
    } else {
      replace(row.key(), new Newest(row.version(), written));
    }
    if (staying.size() + newest.size() >= MOST_ROWS || bytes >= MOST_BYTES) {
      cut();
    }
  }

  private void replace(String key, Newest row) {
    Newest known = newest.get(key);
    if (known == null || known.version() <= row.version()) {
      newest.put(key, row);
      bytes -= known == null ? 0 : known.row().json().length;
    } else {
      bytes -= row.row().json().length;
    }
  }

  private void cut() {
    List<Batch.Row> rows = staying;
    newest.values().forEach(kept -> rows.add(kept.row()));
    if (!rows.isEmpty()) {
      finished.add(Batch.of(rows));
      staying = new ArrayList<>();
      newest = new LinkedHashMap<>();
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
