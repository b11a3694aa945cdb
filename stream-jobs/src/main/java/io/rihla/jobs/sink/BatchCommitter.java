package io.rihla.jobs.sink;

import io.rihla.jobs.deadletters.DeadLetterChannel;
import io.rihla.jobs.deadletters.DeadLetterChannel.NotSent;
import io.rihla.jobs.deadletters.RefusedRow;
import java.time.Duration;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Inserts the batches of a finished checkpoint. Waits for a ClickHouse that is away as long as it
 * takes; a row that it cannot read becomes a dead letter and holds nothing back.
 */
final class BatchCommitter implements Committer<Batch> {
  private static final Logger LOG = LoggerFactory.getLogger(BatchCommitter.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final String name;
  private final String topic;
  private final ClickHouseTable table;
  private final DeadLetterChannel deadLetters;
  private Duration pause = FIRST_PAUSE;

  BatchCommitter(String name, String topic, ClickHouseTable table, DeadLetterChannel deadLetters) {
    this.name = name;
    this.topic = topic;
    this.table = table;
    this.deadLetters = deadLetters;
  }

  @Override
  public void commit(Collection<CommitRequest<Batch>> requests) throws InterruptedException {
    String obstacle = "";
    for (CommitRequest<Batch> request : requests) {
      if (!obstacle.isEmpty()) {
        request.retryLater();
      } else if (deliver(request.getCommittable())
          instanceof InsertOutcome.Unavailable unavailable) {
        obstacle = unavailable.reason();
        request.retryLater();
      }
    }
    if (obstacle.isEmpty()) {
      pause = FIRST_PAUSE;
    } else {
      LOG.warn("insert into {} is tried again in {} ms: {}", name, pause.toMillis(), obstacle);
      // Flink asks again at once
      Thread.sleep(pause);
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
  }

  /** Inserts the rows, halving what is refused until the bad ones stand alone. */
  private InsertOutcome deliver(Batch batch) throws InterruptedException {
    InsertOutcome outcome = table.insert(batch);
    return switch (outcome) {
      case InsertOutcome.Inserted inserted -> inserted;
      case InsertOutcome.Unavailable unavailable -> unavailable;
      case InsertOutcome.Refused refused when batch.rows().size() == 1 ->
          putAside(batch.rows().get(0), refused);
      case InsertOutcome.Refused refused -> {
        for (Batch half : batch.halves()) {
          if (deliver(half) instanceof InsertOutcome.Unavailable unavailable) {
            yield unavailable;
          }
        }
        yield new InsertOutcome.Inserted();
      }
    };
  }

  private InsertOutcome putAside(Batch.Row row, InsertOutcome.Refused refused)
      throws InterruptedException {
    try {
      deadLetters.send(
          new RefusedRow(name, topic, row.partition(), row.offset(), row.json(), refused.reason())
              .letter(System.currentTimeMillis()));
    } catch (NotSent e) {
      return new InsertOutcome.Unavailable("dead letters: " + e.getMessage());
    }
    LOG.error(
        "row of {} from partition {} offset {} refused with ClickHouse error {}: see dead-letters",
        name,
        row.partition(),
        row.offset(),
        refused.code());
    return new InsertOutcome.Inserted();
  }

  @Override
  public void close() {
    table.close();
    deadLetters.close();
  }
}
