package io.rihla.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rihla.launcher.run.RihlaProcess;
import io.rihla.schemas.topics.Topic;
import io.rihla.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The figures of a season are right to the last customer, whatever dies while it is counted. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeasonIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir static Path folder;
  private static RunningStack stack;
  private static String savepoint;
  private static long archivedAtSavepoint;

  @AfterAll
  static void down() throws Exception {
    stack.down();
  }

  @Test
  @Order(1)
  void theFiguresAreThoseOfTheAnswerKeyThoughJobsClickHouseAndKafkaAreKilled() throws Exception {
    up(Map.of());
    CompletableFuture<RihlaProcess.Result> written =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return stack.rihla(
                    "demo", "--customers", "2000", "--days", "8", "--seed", "5", "--key", key());
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    await().atMost(PATIENCE).until(() -> written.isDone() || archived() > 0);
    savepoint = new FlinkJobs(stack.running("jobs").address()).savepoint();
    archivedAtSavepoint = archived();
    for (String victim : List.of("jobs", "clickhouse", "kafka")) {
      int restarts = stack.running(victim).restarts();
      stack.kill(victim);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  stack.running(victim).restarts() > restarts
                      && stack.running(victim).health().good());
    }
    RihlaProcess.Result demo = written.join();
    assertThat(demo.code()).as(demo.output()).isZero();
    verify();
  }

  @Test
  @Order(2)
  void theyStayWhenTheJobsGoBackToAnOlderSavepointWithAnotherParallelism() throws Exception {
    FlinkJobs before = new FlinkJobs(stack.running("jobs").address());
    assertThat(before.parallelism()).isEqualTo(1);
    assertThat(archived()).isGreaterThan(archivedAtSavepoint);
    stack.down();

    up(Map.of("JOBS_RESTORE_FROM", savepoint, "JOBS_PARALLELISM", "2"));
    FlinkJobs jobs = new FlinkJobs(stack.running("jobs").address());
    assertThat(jobs.restoredFrom()).isEqualTo(savepoint);
    assertThat(jobs.parallelism()).isEqualTo(2);

    // behind a new record in each partition there is nothing they do not have to read once more
    Map<TopicPartition, Long> ends = ends();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                ends().entrySet().stream()
                    .allMatch(end -> end.getValue() > ends.getOrDefault(end.getKey(), 0L)));
    verify();
  }

  /** Those that hold conversations have nothing to say about a season that was never held. */
  private static void up(Map<String, String> environment) throws Exception {
    stack = new RunningStack(folder.resolve("data"), environment);
    RihlaProcess.Result up = stack.rihla("up", "--detach", "--only", "kafka,clickhouse,jobs,api");
    assertThat(up.code()).as(up.output()).isZero();
  }

  private static void verify() throws Exception {
    RihlaProcess.Result verified =
        stack.rihla("verify", "--only", "figures", "--key", key(), "--jobs-patience", "180");
    assertThat(verified.code()).as(verified.output()).isZero();
    assertThat(verified.output()).contains("Every promise is kept");
  }

  private static String key() {
    return folder.resolve("key.json").toString();
  }

  private static Map<TopicPartition, Long> ends() throws Exception {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
      wanted.put(
          new TopicPartition(Topics.CONVERSATION_EVENTS.name(), partition), OffsetSpec.latest());
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", stack.running("kafka").address()))) {
      admin
          .listOffsets(wanted)
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition, end.offset()));
    }
    return ends;
  }

  /** Nothing yet when ClickHouse does not answer. */
  private static long archived() {
    try {
      return stack.count("SELECT count() FROM events WHERE startsWith(session, 'demo-')");
    } catch (RuntimeException e) {
      return 0;
    }
  }
}
