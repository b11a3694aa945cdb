package io.rihla.jobs.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChosenStateTest {
  @TempDir private Path state;

  @Test
  void theChosenIsGoneOnFromThoughThereAreNewerOnes() throws IOException {
    Path chosen = written("savepoints/savepoint-1", Instant.EPOCH);
    written("checkpoints/run-a/chk-9", Instant.now());

    assertThat(start(chosen)).isEqualTo(chosen);
    assertThat(start(chosen.toUri().toString())).isEqualTo(chosen);
  }

  @Test
  void aCrashBeforeTheFirstCheckpointGoesOnFromTheChosenAgain() throws IOException {
    Path chosen = written("savepoints/savepoint-1", Instant.EPOCH);
    written("checkpoints/run-a/chk-9", Instant.now().minusSeconds(60));

    start(chosen);
    assertThat(start(chosen)).isEqualTo(chosen);
  }

  @Test
  void onceTheJobsWroteACheckpointTheyDoNotGoBackAgain() throws IOException {
    Path chosen = written("savepoints/savepoint-1", Instant.EPOCH);
    start(chosen);
    Path since = written("checkpoints/run-b/chk-1", Instant.now().plusSeconds(60));

    assertThat(start(chosen)).isEqualTo(since);
    Path other = written("savepoints/savepoint-2", Instant.EPOCH);
    assertThat(start(other)).isEqualTo(other);
  }

  @Test
  void anOldRunThatIsChosenIsNotForgotten() throws IOException {
    Path chosen = written("checkpoints/run-a/chk-1", Instant.EPOCH);
    written("checkpoints/run-b/chk-1", Instant.EPOCH.plusSeconds(1));
    written("checkpoints/run-c/chk-1", Instant.EPOCH.plusSeconds(2));

    assertThat(start(chosen)).isEqualTo(chosen).exists();
  }

  @Test
  void whatIsNoSavepointIsRefusedByName() {
    assertThatThrownBy(() -> start(state.resolve("nowhere")))
        .hasMessageContaining("JOBS_RESTORE_FROM is " + state.resolve("nowhere"));
  }

  private Path start(Path chosen) {
    return start(chosen.toString());
  }

  private Path start(String chosen) {
    Configuration flink =
        FlinkSettings.local(
            FlinkSettings.everywhere(1, Duration.ofSeconds(1)), state, 0, Optional.of(chosen));
    return Path.of(java.net.URI.create(flink.get(StateRecoveryOptions.SAVEPOINT_PATH)));
  }

  private Path written(String folder, Instant at) throws IOException {
    Path checkpoint = Files.createDirectories(state.resolve(folder));
    Path metadata = checkpoint.resolve("_metadata");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(metadata))) {
      Checkpoints.storeCheckpointMetadata(new CheckpointMetadata(1, List.of(), List.of()), out);
    }
    Files.setLastModifiedTime(metadata, FileTime.from(at));
    return checkpoint;
  }
}
