package io.rihla.jobs.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A savepoint or checkpoint that somebody chose to go on from. It is left once: when the jobs have
 * written a checkpoint of their own since, they go on from that, also while the setting stays.
 */
final class ChosenState {
  private static final String MARKER = "restored-from";

  private ChosenState() {}

  /** The chosen folder, empty when it was gone on from already. */
  static Optional<Path> pending(Path state, Path checkpoints, String chosen) {
    Path folder = chosen.startsWith("file:") ? Path.of(URI.create(chosen)) : Path.of(chosen);
    Path marker = state.resolve(MARKER);
    try {
      if (Files.exists(marker) && Files.readString(marker).equals(chosen)) {
        return StoredCheckpoints.isAnyWrittenAfter(checkpoints, Files.getLastModifiedTime(marker))
            ? Optional.empty()
            : Optional.of(readable(folder));
      }
      readable(folder);
      Files.createDirectories(state);
      Files.writeString(marker, chosen);
      return Optional.of(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path readable(Path folder) {
    if (!StoredCheckpoints.isReadable(folder)) {
      throw new IllegalArgumentException(
          "JOBS_RESTORE_FROM is %s: give the folder of a savepoint or checkpoint, with its _metadata"
              .formatted(folder));
    }
    return folder;
  }
}
