package io.rihla.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.jobs.archive.ArchiveJob;
import io.rihla.jobs.archive.EventRow;
import io.rihla.jobs.archive.MessageRow;
import io.rihla.jobs.runtime.FlinkSettings;
import io.rihla.jobs.sink.FakeClickHouse;
import io.rihla.jobs.sink.FakeClickHouse.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JobGraphTest {
  private static final long RECORDS = 6_000;

  @RegisterExtension
  private static final MiniClusterExtension FLINK =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @Test
  void nothingIsLostOrDoubledThroughCrashesAndLostAnswers() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    CollectedLetters letters = new CollectedLetters("crashes");
    try (FakeClickHouse clickHouse = new FakeClickHouse(() -> fault(random))) {
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.getExecutionEnvironment(
              FlinkSettings.everywhere(2, Duration.ofMillis(200)));
      new JobGraph(
              EventStream.of("crashes", RECORDS, 1_500, Set.of(900L, 2_500L, 4_100L)),
              letters,
              clickHouse.address(),
              new NoBadRows(),
              AdsRecords.source(),
              AdsRecords.MEASURES)
          .define(environment, Set.of(ArchiveJob.NAME));

      environment.execute();

      assertThat(EventStream.crashes("crashes")).isEqualTo(3);
      assertThat(ids(clickHouse.rows(EventRow.TABLE)))
          .containsExactlyInAnyOrderElementsOf(expected(EventStream::isEvent));
      assertThat(ids(clickHouse.rows(MessageRow.TABLE)))
          .containsExactlyInAnyOrderElementsOf(expected(EventStream::isMessage));
      assertThat(clickHouse.repeated()).isPositive();
      assertThat(letters.offsets()).hasSize((int) RECORDS / 10);
    }
  }

  private static Fault fault(Random random) {
    synchronized (random) {
      return switch (random.nextInt(10)) {
        case 0 -> Fault.UNAVAILABLE;
        case 1 -> Fault.ACCEPTED_UNHEARD;
        case 2 -> Fault.ACCEPTED_CUT;
        default -> Fault.NONE;
      };
    }
  }

  static List<String> ids(List<JsonNode> rows) {
    return rows.stream().map(row -> row.get("event_id").asText()).toList();
  }

  static List<String> expected(LongPredicate kept) {
    return LongStream.range(0, RECORDS).filter(kept).mapToObj(index -> "event-" + index).toList();
  }
}
