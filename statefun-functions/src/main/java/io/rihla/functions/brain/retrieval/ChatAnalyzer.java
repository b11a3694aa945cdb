package io.rihla.functions.brain.retrieval;

import io.rihla.schemas.conversation.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words of a chat message that matter, spelled out and stemmed. */
final class ChatAnalyzer {
  private static final Properties SLANG = load("/faq/slang.properties");
  private static final Properties STOP_WORDS = load("/faq/stopwords.properties");

  private final Analyzer analyzer;

  ChatAnalyzer(Language language) {
    CharArraySet stop =
        new CharArraySet(List.of(STOP_WORDS.getProperty(language.name()).split(",", -1)), true);
    this.analyzer =
        switch (language) {
          case ID -> new IndonesianAnalyzer(stop);
          case EN -> new EnglishAnalyzer(stop);
          case AR -> new ArabicAnalyzer(stop);
        };
  }

  /** Stems, each once, in the order they appear. */
  Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    try (TokenStream tokens = analyzer.tokenStream("text", spelledOut(text))) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static String spelledOut(String text) {
    return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)).stream()
        .map(word -> SLANG.getProperty(word, word))
        .collect(Collectors.joining(" "));
  }

  private static Properties load(String path) {
    Properties properties = new Properties();
    try (InputStream in = ChatAnalyzer.class.getResourceAsStream(path)) {
      properties.load(
          new InputStreamReader(Objects.requireNonNull(in, path), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
    return properties;
  }
}
