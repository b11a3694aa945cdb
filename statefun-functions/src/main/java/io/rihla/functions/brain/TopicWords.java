package io.rihla.functions.brain;

import io.rihla.functions.intent.IntentRules;
import io.rihla.schemas.conversation.Intent;
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
import java.util.regex.Pattern;

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
    /** "Berapa" alone asks for the price; beside another topic it asks about that. */
    HOW_MUCH,
    PREFERENCE,
    THANKS
  }

  /** "Hotelnya", "berapakah": the little words that Indonesian glues to a noun or verb. */
  private static final Pattern SUFFIX = Pattern.compile("\\b(\\p{L}{3,}?)(?:nya|kah|lah)\\b");

  private record Entry(Topic topic, List<String> words) {}

  private static final List<Entry> ENTRIES = load();

  private static List<Entry> load() {
    Properties properties = new Properties();
    try (InputStream in = TopicWords.class.getResourceAsStream("/texts/topics.properties")) {
      properties.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(Topic.values()).stream()
        .filter(topic -> topic != Topic.PAYMENT)
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
    // who wants to pay is told by rules that know "bayar visa sudah termasuk?" from "cara bayar?"
    if (IntentRules.standard().understand(text).intent() == Intent.PAYMENT) {
      return Optional.of(Topic.PAYMENT);
    }
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    String words = " " + SUFFIX.matcher(plain).replaceAll("$1") + " ";
    return ENTRIES.stream()
        .filter(entry -> entry.words().stream().anyMatch(word -> words.contains(" " + word + " ")))
        .map(Entry::topic)
        .findFirst();
  }
}
