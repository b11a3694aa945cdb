package io.rihla.launcher.supervise;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The log of one process: two files at most, so that it never fills the disk. */
public final class LogFile implements AutoCloseable {
  private static final long LARGEST = 20L << 20;

  private final Path path;
  private OutputStream out;
  private long size;

  public LogFile(Path path) throws IOException {
    this.path = path;
    this.out = open();
  }

  private OutputStream open() throws IOException {
    size = Files.exists(path) ? Files.size(path) : 0;
    return Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  public synchronized void line(String text) {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      if (size + bytes.length > LARGEST) {
        out.close();
        Files.move(
            path,
            path.resolveSibling(path.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
        out = open();
      }
      out.write(bytes);
      size += bytes.length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last lines of a log. */
  public static List<String> tail(Path path, int lines) {
    Deque<String> last = new ArrayDeque<>();
    if (Files.exists(path)) {
      try (var all = Files.lines(path, StandardCharsets.ISO_8859_1)) {
        all.forEach(
            line -> {
              if (last.size() == lines) {
                last.removeFirst();
              }
              last.addLast(line);
            });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return last.stream()
        .map(line -> new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
