package io.rihla.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
  @TempDir Path root;

  @Test
  void aTornNewestCheckpointFallsBackToTheOneBefore() throws IOException {
    StateFolder state = new StateFolder(root);
    state.prepare();
    Path whole = checkpoint(state, 6, 1_000);
    Path torn = checkpoint(state, 7, 2_000);
    byte[] bytes = Files.readAllBytes(torn.resolve("_metadata"));
    Files.write(torn.resolve("_metadata"), java.util.Arrays.copyOf(bytes, 6));
    Files.setLastModifiedTime(torn.resolve("_metadata"), FileTime.fromMillis(2_000));

    assertThat(state.newestReadableCheckpoint()).contains(whole);
  }

  @Test
  void aFreshFolderHasNoCheckpointAndKeepsNoWorkingFiles() throws IOException {
    StateFolder state = new StateFolder(root);
    Files.createDirectories(state.rocks());
    Files.writeString(state.rocks().resolve("left-over"), "x");
    state.prepare();
    assertThat(state.newestReadableCheckpoint()).isEmpty();
    assertThat(state.rocks()).isEmptyDirectory();
  }

  @Test
  void allFaultsOfTheEnvironmentAreToldTogether() {
    assertThatThrownBy(() -> RuntimeConfig.parse(Map.of("STATEFUN_REST_PORT", "x")))
        .hasMessageContainingAll("STATEFUN_MODULE", "STATEFUN_STATE_DIR", "STATEFUN_REST_PORT");
  }

  private static Path checkpoint(StateFolder state, long number, long modified) throws IOException {
    Path folder = state.checkpoints().resolve("job/chk-" + number);
    Files.createDirectories(folder);
    Path metadata = folder.resolve("_metadata");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(metadata))) {
      Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(number, List.of(), List.of()), out);
    }
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(modified));
    return folder;
  }
}
