package io.rihla.functions.language;

import io.rihla.schemas.conversation.Language;
import java.util.Optional;

/** Tells the language of a burst; empty when the text does not show one. */
public interface LanguageDetector {
  record Found(Language language, double confidence) {}

  Optional<Found> detect(String text);
}
