package io.rihla.launcher.verify.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which fields an event must have filled, by its kind. */
public record RequiredFields(Map<String, List<String>> byKind) {
  private static final String EVERY = "*";

  /** The table in {@code required-fields.txt}: a kind and its fields on each line. */
  public static RequiredFields standard() {
    try (InputStream table =
        RequiredFields.class.getResourceAsStream("/verify/required-fields.txt")) {
      if (table == null) {
        throw new IllegalStateException("verify/required-fields.txt is not in the jar");
      }
      Map<String, List<String>> fields = new TreeMap<>();
      new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.strip().split("\\s+")))
          .forEach(words -> fields.put(words.getFirst(), words.subList(1, words.size())));
      return new RequiredFields(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> ofEveryEvent() {
    return byKind.getOrDefault(EVERY, List.of());
  }

  List<String> of(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }
}
