package io.rihla.jobs.sink;

import io.rihla.jobs.history.LogPosition;

/**
 * A full row that replaces earlier ones of its business key by a higher version. The same event
 * always makes the same row with the same version, so rows that come again change nothing.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares them
public record VersionedRow(
    String key, long version, int sourcePartition, long sourceOffset, byte[] json)
    implements TableRow {
  /** Any row, as it travels. */
  public static VersionedRow of(TableRow row) {
    return row instanceof VersionedRow versioned
        ? versioned
        : new VersionedRow(
            row.key(), row.version(), row.sourcePartition(), row.sourceOffset(), row.json());
  }

  /** A row made, or withdrawn, by the event at a position. */
  public static VersionedRow byEvent(LogPosition position, boolean deleted, JsonRow columns) {
    return of(position, position.version(), columns.flag("is_deleted", deleted));
  }

  /** A row made by the time that passed since the event at a position. */
  public static VersionedRow byTimer(LogPosition position, boolean deleted, JsonRow columns) {
    return of(position, position.versionOfTimer(), columns.flag("is_deleted", deleted));
  }

  /** A row that is never withdrawn. */
  public static VersionedRow of(LogPosition position, long version, JsonRow columns) {
    return new VersionedRow(
        columns.key(),
        version,
        position.partition(),
        position.offset(),
        columns
            .number("version", version)
            .number("source_partition", position.partition())
            .number("source_offset", position.offset())
            .bytes());
  }
}
