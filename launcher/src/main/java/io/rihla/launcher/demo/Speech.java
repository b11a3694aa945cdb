package io.rihla.launcher.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people say, in their language: the files under demo/speech. */
final class Speech {
  private final Map<Tongue, Map<String, List<String>>> phrases = new EnumMap<>(Tongue.class);

  Speech() {
    for (Tongue tongue : Tongue.values()) {
      phrases.put(tongue, read("/demo/speech/" + tongue.file + ".txt"));
    }
  }

  String say(Dice dice, Tongue tongue, String subject) {
    List<String> choice = phrases.getOrDefault(tongue, Map.of()).getOrDefault(subject, List.of());
    if (choice.isEmpty()) {
      throw new IllegalArgumentException("nobody says " + subject + " in " + tongue.file);
    }
    return dice.one(choice);
  }

  private static Map<String, List<String>> read(String file) {
    Map<String, List<String>> read = new HashMap<>();
    try (InputStream in = Speech.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing on the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int bar = line.indexOf('|');
        if (!line.startsWith("#") && bar > 0) {
          read.computeIfAbsent(line.substring(0, bar), any -> new ArrayList<>())
              .add(line.substring(bar + 1));
        }
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
