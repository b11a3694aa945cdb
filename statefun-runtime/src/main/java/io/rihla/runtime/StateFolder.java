package io.rihla.runtime;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the runtime keeps its checkpoints; working files beside them are of no use after a crash.
 */
record StateFolder(Path root) {
  private static final Logger LOG = LoggerFactory.getLogger(StateFolder.class);

  Path checkpoints() {
    return root.resolve("checkpoints");
  }

  Path rocks() {
    return root.resolve("rocks");
  }

  Path temporary() {
    return root.resolve("tmp");
  }

  void prepare() throws IOException {
    for (Path working : List.of(rocks(), temporary())) {
      delete(working);
      Files.createDirectories(working);
    }
    Files.createDirectories(checkpoints());
  }

  /** A checkpoint is complete when its metadata can be read and every file it names exists. */
  Optional<Path> newestReadableCheckpoint() throws IOException {
    try (Stream<Path> files = Files.walk(checkpoints(), 3)) {
      return files
          .filter(file -> file.getFileName().toString().equals("_metadata"))
          .sorted(Comparator.comparingLong(StateFolder::modified).reversed())
          .filter(StateFolder::readable)
          .map(Path::getParent)
          .findFirst();
    }
  }

  private static boolean readable(Path metadata) {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(metadata))) {
      Checkpoints.loadCheckpointMetadata(
          in, StateFolder.class.getClassLoader(), metadata.toUri().toString());
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.warn("checkpoint {} cannot be read, trying the one before: {}", metadata, e.toString());
      return false;
    }
  }

  private static long modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
