package io.rihla.jobs.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.SinkOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How Flink runs the jobs. */
public final class FlinkSettings {
  private static final Logger LOG = LoggerFactory.getLogger(FlinkSettings.class);

  /** Key groups: never changes, because state is laid out by it. */
  private static final int MAX_PARALLELISM = 128;

  private FlinkSettings() {}

  /** What holds wherever the jobs run. */
  public static Configuration everywhere(int parallelism, Duration checkpointInterval) {
    Configuration flink = new Configuration();
    flink.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
    flink.set(PipelineOptions.NAME, "rihla");
    flink.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    flink.set(PipelineOptions.OBJECT_REUSE, true); // every type in the graph is immutable
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointInterval);
    // where checkpoints take long, work gets its turn between them: fewer and larger inserts
    flink.set(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, checkpointInterval.dividedBy(2));
    // a ClickHouse that is away holds checkpoints up: wait, do not fail
    flink.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
    flink.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    flink.set(SinkOptions.COMMITTER_RETRIES, Integer.MAX_VALUE - 1);
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
        Duration.ofMillis(200));
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(10));
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
        Duration.ofMinutes(1));
    return flink;
  }

  /** Goes on from the newest checkpoint. */
  public static Configuration local(Configuration everywhere, Path state, int restPort) {
    return local(everywhere, state, restPort, Optional.empty());
  }

  /**
   * Adds what a Flink of our own needs: state on this disk, health on loopback, little memory.
   *
   * @param chosen what to go on from instead of the newest checkpoint
   */
  public static Configuration local(
      Configuration everywhere, Path state, int restPort, Optional<String> chosen) {
    Configuration flink = new Configuration(everywhere);
    flink.set(RestOptions.ADDRESS, "127.0.0.1");
    flink.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    flink.set(RestOptions.PORT, restPort);
    flink.set(RestOptions.BIND_PORT, Integer.toString(restPort));
    flink.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints(state).toUri().toString());
    flink.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 3);
    flink.set(
        CheckpointingOptions.SAVEPOINT_DIRECTORY,
        state.toAbsolutePath().resolve("savepoints").toUri().toString());
    flink.set(CoreOptions.TMP_DIRS, state.resolve("tmp").toString());
    flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(64));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(16));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(16));
    flink.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.NO_CLAIM);
    Optional<Path> pending =
        chosen.flatMap(path -> ChosenState.pending(state, checkpoints(state), path));
    if (pending.isEmpty()) {
      StoredCheckpoints.forgetEarlierRuns(checkpoints(state));
    }
    pending
        .or(() -> StoredCheckpoints.newestReadable(checkpoints(state)))
        .ifPresent(
            path -> {
              LOG.info("the jobs go on from {}", path);
              flink.set(StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString());
            });
    return flink;
  }

  private static Path checkpoints(Path state) {
    return state.toAbsolutePath().resolve("checkpoints");
  }
}
