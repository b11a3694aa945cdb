package io.rihla.jobs.sink;

import io.rihla.jobs.deadletters.DeadLetters;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Puts every row into its table effectively once: batches are cut at the checkpoint, kept in it
 * with a random token, and inserted when it is complete, as often as it takes to hear success.
 */
public final class ClickHouseSink<T extends TableRow> implements Sink<T>, SupportsCommitter<Batch> {
  private static final long serialVersionUID = 1;

  private final ClickHouseAddress address;
  private final String table;
  private final String topic;
  private final DeadLetters deadLetters;

  /** A table whose rows are made from records of a topic. */
  public ClickHouseSink(
      ClickHouseAddress address, String table, String topic, DeadLetters deadLetters) {
    this.address = address;
    this.table = table;
    this.topic = topic;
    this.deadLetters = deadLetters;
  }

  @Override
  public CommittingSinkWriter<T, Batch> createWriter(WriterInitContext context) {
    return new BatchWriter<>();
  }

  @Override
  public Committer<Batch> createCommitter(CommitterInitContext context) {
    return new BatchCommitter(
        table, topic, new ClickHouseTable(address, table), deadLetters.open());
  }

  @Override
  public SimpleVersionedSerializer<Batch> getCommittableSerializer() {
    return new BatchSerializer();
  }
}
