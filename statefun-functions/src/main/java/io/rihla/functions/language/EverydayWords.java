package io.rihla.functions.language;

import io.rihla.schemas.conversation.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Tells Indonesian from English by the small words that statistics over letters miss. */
final class EverydayWords {
  private static final int LEAST_LEAD = 2;

  private final Set<String> indonesian;
  private final Set<String> english;

  EverydayWords() {
    Properties properties = new Properties();
    try (InputStream in = EverydayWords.class.getResourceAsStream("/language/words.properties")) {
      properties.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    indonesian =
        Set.copyOf(
            List.of(properties.getProperty("id").split(",", -1)).stream().distinct().toList());
    english =
        Set.copyOf(
            List.of(properties.getProperty("en").split(",", -1)).stream().distinct().toList());
  }

  /** Empty unless one language leads by some words. */
  Optional<LanguageDetector.Found> detect(List<String> words) {
    long id = words.stream().filter(indonesian::contains).count();
    long en = words.stream().filter(english::contains).count();
    if (Math.abs(id - en) < LEAST_LEAD) {
      return Optional.empty();
    }
    double confidence = (double) Math.max(id, en) / (id + en);
    return Optional.of(new LanguageDetector.Found(id > en ? Language.ID : Language.EN, confidence));
  }
}
