package io.rihla.jobs.deadletters;

import io.rihla.schemas.deadletters.DeadLetter;
import java.nio.ByteBuffer;

/** A row that ClickHouse cannot read, and the place in the topic it was made from. */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares them
public record RefusedRow(
    String table, String topic, int partition, long offset, byte[] json, String reason) {
  /** The same row always makes the same letter id, so that repeats can be told. */
  public DeadLetter letter(long now) {
    return new DeadLetter(
        "jobs-%s-%d-%d".formatted(table, partition, offset),
        now,
        "jobs/" + table,
        "ROW_REFUSED",
        "ClickHouse refused the row for table %s; correct the table or the event and insert it again. %s"
            .formatted(table, reason),
        null,
        topic,
        partition,
        offset,
        ByteBuffer.wrap(json));
  }
}
