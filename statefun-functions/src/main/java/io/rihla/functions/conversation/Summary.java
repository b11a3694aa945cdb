package io.rihla.functions.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Facts by kind, one line each, as a text that stays short. */
final class Summary {
  private static final int MOST_VALUES = 8;
  private static final int LONGEST_VALUE = 160;
  private static final String COLON = ": ";
  private static final String SEPARATOR = "; ";

  private final Map<String, List<String>> facts = new LinkedHashMap<>();

  private Summary() {}

  static Summary parse(@Nullable String text) {
    Summary summary = new Summary();
    if (text != null) {
      text.lines()
          .forEach(
              line -> {
                int colon = line.indexOf(COLON);
                if (colon > 0) {
                  String kind = line.substring(0, colon);
                  for (String value : line.substring(colon + COLON.length()).split(SEPARATOR, -1)) {
                    summary.add(kind, value);
                  }
                }
              });
    }
    return summary;
  }

  /** The latest of its kind replaces what was said before. */
  void set(String kind, String value) {
    facts.put(kind, new ArrayList<>(List.of(clean(value))));
  }

  void add(String kind, String value) {
    List<String> values = facts.computeIfAbsent(kind, unused -> new ArrayList<>());
    String clean = clean(value);
    if (!clean.isEmpty() && !values.contains(clean)) {
      values.add(clean);
      if (values.size() > MOST_VALUES) {
        values.removeFirst();
      }
    }
  }

  String text() {
    return facts.entrySet().stream()
        .filter(fact -> !fact.getValue().isEmpty())
        .map(fact -> fact.getKey() + COLON + String.join(SEPARATOR, fact.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String clean(String value) {
    String line = value.replaceAll("[\\s;]+", " ").strip();
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE);
  }
}
