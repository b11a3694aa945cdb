package io.rihla.jobs.sink;

import java.util.List;
import java.util.UUID;

/**
 * Rows that ClickHouse inserts once however often they are offered, because it knows their token.
 * The token is random: one derived from job or checkpoint numbers would come back after a restart
 * from an older savepoint, and ClickHouse would drop new rows.
 */
record Batch(String token, List<Row> rows) {
  /** One row as JSON, and the position in the conversation log it was made from. */
  @SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares them
  record Row(int partition, long offset, byte[] json) {}

  Batch {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a batch has rows");
    }
  }

  static Batch of(List<Row> rows) {
    return new Batch(UUID.randomUUID().toString(), rows);
  }

  /**
   * Both halves, always cut and named in the same way, so that a repeated cut inserts nothing
   * twice.
   */
  List<Batch> halves() {
    int middle = rows.size() / 2;
    return List.of(
        new Batch(token + ".0", rows.subList(0, middle)),
        new Batch(token + ".1", rows.subList(middle, rows.size())));
  }
}
