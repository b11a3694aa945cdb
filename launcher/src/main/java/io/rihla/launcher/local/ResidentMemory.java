package io.rihla.launcher.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory a process really holds, as Linux counts it. */
public final class ResidentMemory {
  private ResidentMemory() {}

  /** In MB; 0 when the process is gone or the system does not tell. */
  public static long megabytes(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (pid == 0 || !Files.exists(status)) {
      return 0;
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }
}
