package io.rihla.launcher.clickhouse;

import io.rihla.launcher.local.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A package of the npm registry, fetched by the user's own npm and verified by us. */
record NpmPackage(String name, String integrity, long bytes) {
  private static final long POLL_MILLIS = 300;

  /** Fetches the package into an empty folder and gives its archive. */
  Path download(Path folder, Progress progress) throws IOException, InterruptedException {
    Path output = folder.resolve("npm.log");
    Process npm = start(folder, output);
    try {
      while (!npm.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        progress.at("fetching the ClickHouse engine", size(folder), bytes);
      }
    } finally {
      npm.destroyForcibly();
    }
    if (npm.exitValue() != 0) {
      throw new IOException("npm says: " + firstError(output));
    }
    Path archive = archive(folder);
    if (!integrity.equals(integrityOf(archive))) {
      throw new IOException("what npm delivered for " + name + " has another checksum");
    }
    return archive;
  }

  private Process start(Path folder, Path output) throws IOException {
    try {
      return new ProcessBuilder(
              "npm",
              "pack",
              name,
              "--pack-destination",
              folder.toString(),
              "--cache",
              folder.resolve("npm").toString())
          .directory(folder.toFile())
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
    } catch (IOException e) {
      throw new Refusal(
          "npm is needed once to fetch the ClickHouse engine: install Node.js with npm (for example: apt install npm), or set CLICKHOUSE_URL to a server.",
          e);
    }
  }

  private static String firstError(Path output) throws IOException {
    return Files.readString(output, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("npm error") && !line.startsWith("npm error code"))
        .findFirst()
        .orElse("nothing");
  }

  private static Path archive(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".tgz"))
          .findFirst()
          .orElseThrow(() -> new IOException("npm delivered no archive"));
    }
  }

  /** What has arrived so far: npm writes to its cache first and to the archive at the end. */
  private static long size(Path folder) throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        try {
          size = Math.max(size, Files.isRegularFile(file) ? Files.size(file) : 0);
        } catch (NoSuchFileException e) {
          // npm has just renamed it
        }
      }
    } catch (java.io.UncheckedIOException e) {
      return size;
    }
    return size;
  }

  private static String integrityOf(Path archive) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-512");
      try (InputStream in = new DigestInputStream(Files.newInputStream(archive), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return "sha512-" + Base64.getEncoder().encodeToString(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
