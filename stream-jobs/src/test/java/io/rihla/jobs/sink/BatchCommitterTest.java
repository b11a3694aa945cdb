package io.rihla.jobs.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.jobs.archive.EventRow;
import io.rihla.jobs.deadletters.DeadLetterChannel;
import io.rihla.jobs.sink.FakeClickHouse.Fault;
import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.sink2.Committer.CommitRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchCommitterTest {
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final KeptLetters letters = new KeptLetters();
  private FakeClickHouse clickHouse;
  private BatchCommitter committer;

  @BeforeEach
  void start() throws Exception {
    clickHouse =
        new FakeClickHouse(
            () -> {
              Fault next = faults.poll();
              return next == null ? Fault.NONE : next;
            });
    committer =
        new BatchCommitter(
            EventRow.TABLE,
            Topics.CONVERSATION_EVENTS.name(),
            new ClickHouseTable(clickHouse.address(), EventRow.TABLE),
            letters);
  }

  @AfterEach
  void stop() {
    committer.close();
    clickHouse.close();
  }

  @Test
  void rowsArriveOnceHoweverOftenTheAnswerIsLost() throws Exception {
    faults.addAll(
        List.of(Fault.UNAVAILABLE, Fault.ACCEPTED_UNHEARD, Fault.ACCEPTED_CUT, Fault.UNAVAILABLE));

    commit(batch(IntStream.range(0, 50).mapToObj(this::good).toList()));

    assertThat(clickHouse.rows(EventRow.TABLE)).hasSize(50);
    assertThat(clickHouse.repeated()).isGreaterThanOrEqualTo(2);
    assertThat(letters.kept).isEmpty();
  }

  @Test
  void aBatchBehindOneThatMustWaitWaitsToo() throws Exception {
    faults.add(Fault.UNAVAILABLE);
    Request first = new Request(batch(List.of(good(1))));
    Request second = new Request(batch(List.of(good(2))));

    committer.commit(List.of(first, second));

    assertThat(first.later).isTrue();
    assertThat(second.later).isTrue();
    assertThat(clickHouse.inserts()).isZero();
  }

  @Test
  void badRowsBecomeDeadLettersAndTheRestIsInserted() throws Exception {
    List<Batch.Row> rows = new ArrayList<>(IntStream.range(0, 40).mapToObj(this::good).toList());
    rows.set(7, bad(7));
    rows.set(31, bad(31));

    commit(batch(rows));

    assertThat(clickHouse.rows(EventRow.TABLE)).hasSize(38);
    assertThat(letters.kept)
        .extracting(DeadLetter::letterId)
        .containsExactly("jobs-events-3-7", "jobs-events-3-31");
    DeadLetter letter = letters.kept.get(0);
    assertThat(letter.reasonCode()).isEqualTo("ROW_REFUSED");
    assertThat(letter.detail()).contains("JSON object should start");
    assertThat(letter.sourceTopic()).isEqualTo("conversation.events");
    assertThat(letter.sourceOffset()).isEqualTo(7);
    assertThat(StandardCharsets.UTF_8.decode(letter.original()).toString()).contains("\"no\"");
  }

  @Test
  void anInterruptedHalvingGoesOnWithoutDoubling() throws Exception {
    List<Batch.Row> rows = new ArrayList<>(IntStream.range(0, 16).mapToObj(this::good).toList());
    rows.set(15, bad(15));
    letters.failures = 1;

    commit(batch(rows));

    assertThat(clickHouse.rows(EventRow.TABLE)).hasSize(15);
    assertThat(letters.kept).hasSize(1);
  }

  /** As Flink does it: again and again until nothing is left. */
  private void commit(Batch batch) throws Exception {
    Queue<Request> open = new ArrayDeque<>(List.of(new Request(batch)));
    while (!open.isEmpty()) {
      open.forEach(request -> request.later = false);
      committer.commit(List.copyOf(open));
      open.removeIf(request -> !request.later);
    }
  }

  private static Batch batch(List<Batch.Row> rows) {
    return Batch.of(rows);
  }

  private Batch.Row good(int offset) {
    return row(offset, "{}");
  }

  private Batch.Row bad(int offset) {
    return row(offset, "\"no\"");
  }

  private static Batch.Row row(int offset, String payload) {
    return new Batch.Row(
        3,
        offset,
        "{\"event_id\":\"%d\",\"payload\":%s}"
            .formatted(offset, payload)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static final class KeptLetters implements DeadLetterChannel {
    final List<DeadLetter> kept = new ArrayList<>();
    int failures;

    @Override
    public void send(DeadLetter letter) throws NotSent {
      if (failures-- > 0) {
        throw new NotSent(new IllegalStateException("no broker"));
      }
      kept.add(letter);
    }

    @Override
    public void close() {}
  }

  private static final class Request implements CommitRequest<Batch> {
    private final Batch batch;
    boolean later;

    Request(Batch batch) {
      this.batch = batch;
    }

    @Override
    public Batch getCommittable() {
      return batch;
    }

    @Override
    public int getNumberOfRetries() {
      return 0;
    }

    @Override
    public void signalFailedWithKnownReason(Throwable fault) {
      throw new AssertionError(fault);
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable fault) {
      throw new AssertionError(fault);
    }

    @Override
    public void retryLater() {
      later = true;
    }

    @Override
    public void updateAndRetryLater(Batch committable) {
      throw new AssertionError("batches do not change");
    }

    @Override
    public void signalAlreadyCommitted() {}
  }
}
