package io.rihla.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rihla.jobs.archive.ArchiveJob;
import io.rihla.jobs.archive.EventRow;
import io.rihla.jobs.runtime.FlinkSettings;
import io.rihla.jobs.sink.FakeClickHouse;
import io.rihla.jobs.sink.FakeClickHouse.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  private static final long RECORDS = 4_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path state;

  @Test
  void aStoppedProcessGoesOnWhereItsNewestReadableCheckpointStands() throws Exception {
    try (FakeClickHouse clickHouse = new FakeClickHouse(() -> Fault.NONE)) {
      JobClient first = start(clickHouse);
      await()
          .atMost(PATIENCE)
          .until(() -> clickHouse.rows(EventRow.TABLE).size() > 300 && checkpoints() >= 2);
      first.cancel().get();
      int before = clickHouse.rows(EventRow.TABLE).size();
      assertThat(before).isLessThan((int) (RECORDS * 8 / 10));
      Files.write(newest().resolve("_metadata"), new byte[] {1, 2, 3});

      start(clickHouse).getJobExecutionResult().get();

      // the older checkpoint makes new batches of what the torn one had sent: nothing is lost, and
      // only that little comes twice, for the table's version column to fold
      assertThat(JobGraphTest.ids(clickHouse.rows(EventRow.TABLE)))
          .containsAll(
              JobGraphTest.expected(EventStream::isEvent).subList(0, (int) (RECORDS * 8 / 10)));
      assertThat(clickHouse.rows(EventRow.TABLE).size() - RECORDS * 8 / 10).isLessThan(before);
    }
  }

  @Test
  void aCleanRestartDoublesNothing() throws Exception {
    try (FakeClickHouse clickHouse = new FakeClickHouse(() -> Fault.NONE)) {
      JobClient first = start(clickHouse);
      await()
          .atMost(PATIENCE)
          .until(() -> clickHouse.rows(EventRow.TABLE).size() > 300 && checkpoints() >= 2);
      first.cancel().get();

      start(clickHouse).getJobExecutionResult().get();

      assertThat(JobGraphTest.ids(clickHouse.rows(EventRow.TABLE)))
          .containsExactlyInAnyOrderElementsOf(
              JobGraphTest.expected(EventStream::isEvent).subList(0, (int) (RECORDS * 8 / 10)));
    }
  }

  private JobClient start(FakeClickHouse clickHouse) throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(
            2, FlinkSettings.local(FlinkSettings.everywhere(2, Duration.ofMillis(200)), state, 0));
    new JobGraph(
            EventStream.of("restart", RECORDS, 800, Set.of()),
            new CollectedLetters("restart"),
            clickHouse.address(),
            new NoBadRows(),
            AdsRecords.source(),
            AdsRecords.MEASURES)
        .define(environment, Set.of(ArchiveJob.NAME));
    return environment.executeAsync();
  }

  private long checkpoints() throws Exception {
    try (Stream<Path> files = Files.walk(state)) {
      return files.filter(file -> file.endsWith("_metadata")).count();
    }
  }

  private Path newest() throws Exception {
    try (Stream<Path> files = Files.walk(state)) {
      return files
          .filter(file -> file.endsWith("_metadata"))
          .max(Comparator.comparing(file -> file.toFile().lastModified()))
          .orElseThrow()
          .getParent();
    }
  }
}
