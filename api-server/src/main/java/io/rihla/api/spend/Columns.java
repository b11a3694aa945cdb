package io.rihla.api.spend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the columns of spreadsheets are called, kept as data in {@code spend/columns.txt}. */
final class Columns {
  private static final Pattern BRACKETS = Pattern.compile("\\(([^)]*)\\)");
  private static final Map<String, String> FIELDS = read();

  private Columns() {}

  /** Our name of a column; empty when it says nothing we ask for. */
  static Optional<String> field(String heading) {
    return Optional.ofNullable(FIELDS.get(normal(heading)));
  }

  /** {@code Amount spent (IDR)} names its currency. */
  static Optional<String> currency(String heading) {
    Matcher brackets = BRACKETS.matcher(heading);
    return brackets.find() && brackets.group(1).strip().matches("[A-Za-z]{3}")
        ? Optional.of(brackets.group(1).strip().toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  private static String normal(String heading) {
    return BRACKETS
        .matcher(heading)
        .replaceAll("")
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> read() {
    Map<String, String> fields = new HashMap<>();
    try (InputStream in = Columns.class.getResourceAsStream("/spend/columns.txt")) {
      if (in == null) {
        throw new IllegalStateException("/spend/columns.txt is missing from the class path");
      }
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        int colon = line.indexOf(':');
        if (!line.startsWith("#") && colon > 0) {
          for (String name : line.substring(colon + 1).split("\\|", -1)) {
            fields.put(normal(name), line.substring(0, colon).strip());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(fields);
  }
}
