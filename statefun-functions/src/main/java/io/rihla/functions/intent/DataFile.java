package io.rihla.functions.intent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lines of a file under {@code /intents}, without comments and empty ones. */
final class DataFile {
  private DataFile() {}

  static List<String> lines(String name) {
    try (InputStream in = DataFile.class.getResourceAsStream("/intents/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("(^|\\s)#.*", "").stripTrailing())
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
