package io.rihla.jobs.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredCheckpointsTest {
  @TempDir private Path directory;

  @Test
  void aFirstStartHasNothingToGoOnFrom() {
    assertThat(StoredCheckpoints.newestReadable(directory.resolve("never"))).isEmpty();
  }

  @Test
  void theNewestIsTakenWhicheverRunWroteIt() throws IOException {
    checkpoint("run-a", 9, 100);
    Path newest = checkpoint("run-b", 2, 200);

    assertThat(StoredCheckpoints.newestReadable(directory)).contains(newest);
  }

  @Test
  void anUnreadableNewestFallsBackToTheOneBefore() throws IOException {
    Path good = checkpoint("run-a", 1, 100);
    Path torn = checkpoint("run-a", 2, 200);
    Files.write(torn.resolve("_metadata"), new byte[] {0x49, 0x60});
    Files.setLastModifiedTime(torn.resolve("_metadata"), FileTime.fromMillis(200));
    Files.createDirectories(directory.resolve("run-a/chk-3"));

    assertThat(StoredCheckpoints.newestReadable(directory)).contains(good);
  }

  @Test
  void onlyTheLastTwoRunsAreKept() throws IOException {
    checkpoint("run-a", 1, 100);
    checkpoint("run-b", 1, 200);
    checkpoint("run-c", 1, 300);

    StoredCheckpoints.forgetEarlierRuns(directory);

    assertThat(directory.resolve("run-a")).doesNotExist();
    assertThat(directory.resolve("run-b")).exists();
    assertThat(directory.resolve("run-c")).exists();
  }

  private Path checkpoint(String run, long id, long writtenAt) throws IOException {
    Path checkpoint = directory.resolve(run).resolve("chk-" + id);
    Files.createDirectories(checkpoint);
    Path metadata = checkpoint.resolve("_metadata");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(metadata))) {
      Checkpoints.storeCheckpointMetadata(new CheckpointMetadata(id, List.of(), List.of()), out);
    }
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(writtenAt));
    return checkpoint;
  }
}
