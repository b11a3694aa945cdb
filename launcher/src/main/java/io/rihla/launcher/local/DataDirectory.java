package io.rihla.launcher.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The one folder that holds everything a local run keeps. */
public record DataDirectory(Path root) {
  private static final long NEEDED_BYTES = 2L << 30;

  public DataDirectory(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  public Path kafka() {
    return root.resolve("kafka");
  }

  public Path clickhouse() {
    return root.resolve("clickhouse");
  }

  public Path simulator() {
    return root.resolve("waha");
  }

  public Path statefun() {
    return root.resolve("statefun");
  }

  public Path statefunModule() {
    return root.resolve("statefun-module.yaml");
  }

  public Path jobs() {
    return root.resolve("jobs");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  public Path log(String process) {
    return logs().resolve(process + ".log");
  }

  public Path secrets() {
    return root.resolve("secrets.env");
  }

  public Path ports() {
    return root.resolve("ports.properties");
  }

  public Path state() {
    return root.resolve("rihla.json");
  }

  private Path lockFile() {
    return root.resolve("rihla.lock");
  }

  /** Creates the folders; refuses when they cannot be written or the disk is nearly full. */
  public void prepare() {
    if (isForeign()) {
      throw new Refusal(
          "%s is not empty and was not made by Rihla: choose another directory with --data."
              .formatted(root));
    }
    try {
      Files.createDirectories(logs());
    } catch (IOException e) {
      throw new Refusal(
          "The data directory %s cannot be created (%s): choose another with --data."
              .formatted(root, e.getMessage()),
          e);
    }
    requireSpace(root, NEEDED_BYTES, "choose another directory with --data");
  }

  public static void requireSpace(Path folder, long bytes, String remedy) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < bytes) {
        throw new Refusal(
            "The disk of %s has only %d MB left and Rihla needs %d MB: free some space or %s."
                .formatted(folder, free >> 20, bytes >> 20, remedy));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The right to run on this directory, for as long as this process lives; empty when taken. */
  public Optional<FileLock> lock() {
    try {
      FileChannel channel =
          FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
      }
      return Optional.ofNullable(lock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a supervisor runs on this directory now. */
  public boolean inUse() {
    if (!Files.exists(lockFile())) {
      return false;
    }
    Optional<FileLock> lock = lock();
    if (lock.isPresent()) {
      try {
        lock.get().acquiredBy().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return lock.isEmpty();
  }

  /** Whether a run has been here: nothing else is ever deleted. */
  public boolean isRihlas() {
    return Files.exists(lockFile());
  }

  private boolean isForeign() {
    if (isRihlas() || !Files.exists(root)) {
      return false;
    }
    try (Stream<Path> files = Files.list(root)) {
      // the log of a detached start may be the first file
      return files.anyMatch(file -> !file.equals(logs()));
    } catch (IOException e) {
      throw new Refusal(
          "The data directory %s cannot be read (%s): choose another with --data."
              .formatted(root, e.getMessage()),
          e);
    }
  }

  public void delete() throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
