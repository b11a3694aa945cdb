package io.rihla.functions.brain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** Tells what a question is about by the words in it. */
final class TopicWords {
  /** The order in which topics win when a text names several. */
  enum Topic {
    PAYMENT,
    BROCHURE,
    HOTEL,
    AIRLINE,
    ITINERARY,
    FACILITIES,
    QUOTA,
    LOCATION,
    PRICE,
    SCHEDULE,
    PREFERENCE,
    THANKS
  }

  private record Entry(Topic topic, List<String> words) {}

  private final List<Entry> entries;

  TopicWords() {
    Properties properties = new Properties();
    try (InputStream in = TopicWords.class.getResourceAsStream("/texts/topics.properties")) {
      properties.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    entries =
        List.of(Topic.values()).stream()
            .map(
                topic ->
                    new Entry(
                        topic,
                        List.of(
                            properties
                                .getProperty(topic.name().toLowerCase(Locale.ROOT))
                                .split(",", -1))))
            .toList();
  }

  Optional<Topic> find(String text) {
    String words =
        " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    return entries.stream()
        .filter(entry -> entry.words().stream().anyMatch(word -> words.contains(" " + word + " ")))
        .map(Entry::topic)
        .findFirst();
  }
}
