package io.rihla.launcher.cli;

import io.rihla.launcher.local.DataDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The data directory, the same option on every command. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data directory (default: data in the project folder, or RIHLA_DATA)")
  private Path folder = standard();

  private static Path standard() {
    String given = System.getenv().getOrDefault("RIHLA_DATA", "");
    return given.isBlank()
        ? Path.of(System.getProperty("rihla.home", "")).resolve("data")
        : Path.of(given);
  }

  DataDirectory directory() {
    return new DataDirectory(folder);
  }

  /** How to name the directory in a command that is shown to the person. */
  String argument() {
    return folder.equals(standard()) ? "" : " --data " + folder;
  }
}
