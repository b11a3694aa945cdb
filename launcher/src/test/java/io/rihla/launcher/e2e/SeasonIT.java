package io.rihla.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rihla.launcher.run.RihlaProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of a season are right to the last customer, whatever dies while it is counted. */
class SeasonIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path folder;
  private RunningStack stack;

  @AfterEach
  void down() throws Exception {
    stack.down();
  }

  @Test
  void theFiguresAreThoseOfTheAnswerKeyThoughJobsClickHouseAndKafkaAreKilled() throws Exception {
    stack = new RunningStack(folder.resolve("data"), Map.of());
    // those that hold conversations have nothing to say about a season that was never held
    RihlaProcess.Result up = stack.rihla("up", "--detach", "--only", "kafka,clickhouse,jobs,api");
    assertThat(up.code()).as(up.output()).isZero();
    String key = folder.resolve("key.json").toString();
    CompletableFuture<RihlaProcess.Result> written =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return stack.rihla(
                    "demo", "--customers", "2000", "--days", "8", "--seed", "5", "--key", key);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    await().atMost(PATIENCE).until(() -> written.isDone() || archived() > 0);
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

    RihlaProcess.Result verified =
        stack.rihla("verify", "--only", "figures", "--key", key, "--jobs-patience", "180");

    assertThat(verified.code()).as(verified.output()).isZero();
    assertThat(verified.output()).contains("Every promise is kept");
  }

  /** Nothing yet when ClickHouse does not answer. */
  private long archived() {
    try {
      return stack.count("SELECT count() FROM events WHERE startsWith(session, 'demo-')");
    } catch (RuntimeException e) {
      return 0;
    }
  }
}
