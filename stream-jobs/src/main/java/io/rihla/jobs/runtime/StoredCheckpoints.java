package io.rihla.jobs.runtime;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkpoints an earlier run left behind. */
public final class StoredCheckpoints {
  private static final Logger LOG = LoggerFactory.getLogger(StoredCheckpoints.class);
  private static final int RUNS_KEPT = 2;
  private static final String METADATA = "_metadata";

  private StoredCheckpoints() {}

  /** Where to go on: the newest checkpoint that can be read, empty when there never was one. */
  public static Optional<Path> newestReadable(Path directory) {
    List<Path> newestFirst = newestFirst(directory);
    for (Path checkpoint : newestFirst) {
      if (isReadable(checkpoint)) {
        return Optional.of(checkpoint);
      }
    }
    if (!newestFirst.isEmpty()) {
      LOG.error(
          "none of the {} checkpoints in {} can be read: the jobs start from the beginning of the"
              + " log and the tables drop what they have already",
          newestFirst.size(),
          directory);
    }
    return Optional.empty();
  }

  private static List<Path> newestFirst(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory, 3)) {
      return files
          .filter(file -> file.endsWith(METADATA))
          .sorted(Comparator.comparing(StoredCheckpoints::written).reversed())
          .map(Path::getParent)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isAnyWrittenAfter(Path directory, FileTime moment) {
    return newestFirst(directory).stream()
        .anyMatch(checkpoint -> written(checkpoint.resolve(METADATA)).compareTo(moment) > 0);
  }

  private static FileTime written(Path metadata) {
    try {
      return Files.getLastModifiedTime(metadata);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Deletes what earlier runs left, but for the newest two of them. A run's own checkpoints never
   * need files of the run before it: Flink restores without claiming and then writes in full.
   */
  public static void forgetEarlierRuns(Path directory) {
    newestFirst(directory).stream()
        .map(Path::getParent)
        .distinct()
        .skip(RUNS_KEPT)
        .forEach(StoredCheckpoints::delete);
  }

  private static void delete(Path run) {
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("{} is no longer needed but stays: {}", run, e.toString());
    }
  }

  static boolean isReadable(Path checkpoint) {
    Path metadata = checkpoint.resolve(METADATA);
    try (DataInputStream in = new DataInputStream(Files.newInputStream(metadata))) {
      Checkpoints.loadCheckpointMetadata(
          in, StoredCheckpoints.class.getClassLoader(), checkpoint.toString());
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} cannot be read, the one before is used: {}", checkpoint, e.toString());
      return false;
    }
  }
}
