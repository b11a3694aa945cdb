package io.rihla.functions.language;

import static java.util.Map.entry;

import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.identity.CampaignCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everyday words first, then statistics over letters, after slang was spelled out. Indonesian and
 * Malay are one class; Arabic greetings written in Latin letters say nothing about the language.
 */
public final class ChatLanguageDetector implements LanguageDetector {
  private static final int LEAST_WORDS = 2;
  private static final double LEAST_CONFIDENCE = 0.65;
  private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}]+");
  private static final Map<String, String> SLANG =
      Map.ofEntries(
          entry("brp", "berapa"),
          entry("brapa", "berapa"),
          entry("gmn", "bagaimana"),
          entry("gimana", "bagaimana"),
          entry("tlg", "tolong"),
          entry("kak", "kakak"),
          entry("yg", "yang"),
          entry("utk", "untuk"),
          entry("bgt", "banget"),
          entry("sy", "saya"),
          entry("bs", "bisa"),
          entry("hrg", "harga"),
          entry("kpn", "kapan"),
          entry("dgn", "dengan"),
          entry("tgl", "tanggal"),
          entry("blm", "belum"),
          entry("sdh", "sudah"));
  private static final List<String> SILENT =
      List.of(
          "assalamualaikum",
          "assalamu",
          "alaikum",
          "waalaikumsalam",
          "bismillah",
          "insyaallah",
          "umroh",
          "umrah",
          "hajj",
          "makkah",
          "madinah",
          "ok",
          "halo",
          "hallo",
          "hai",
          "hi");

  private final EverydayWords everyday = new EverydayWords();
  private final com.github.pemistahl.lingua.api.LanguageDetector lingua =
      LanguageDetectorBuilder.fromLanguages(
              com.github.pemistahl.lingua.api.Language.INDONESIAN,
              com.github.pemistahl.lingua.api.Language.MALAY,
              com.github.pemistahl.lingua.api.Language.ENGLISH,
              com.github.pemistahl.lingua.api.Language.ARABIC)
          .withLowAccuracyMode()
          .build();

  @Override
  public Optional<Found> detect(String text) {
    String bare = text;
    for (CampaignCode code : CampaignCode.findAll(text)) {
      bare = bare.replaceAll("(?i)" + code.value().replace("_", "[_-]"), " ");
    }
    List<String> words =
        WORD_BREAK
            .splitAsStream(bare.toLowerCase(java.util.Locale.ROOT))
            .filter(word -> !word.isBlank() && !SILENT.contains(word))
            .map(word -> SLANG.getOrDefault(word, word))
            .toList();
    if (words.size() < LEAST_WORDS) {
      return Optional.empty();
    }
    Optional<Found> plain = everyday.detect(words);
    if (plain.isPresent()) {
      return plain;
    }
    Map<com.github.pemistahl.lingua.api.Language, Double> values =
        lingua.computeLanguageConfidenceValues(String.join(" ", words));
    Map<Language, Double> classes =
        values.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    value -> languageClass(value.getKey()),
                    Collectors.summingDouble(Map.Entry::getValue)));
    return classes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(best -> best.getValue() >= LEAST_CONFIDENCE)
        .map(best -> new Found(best.getKey(), Math.min(1, best.getValue())));
  }

  private static Language languageClass(com.github.pemistahl.lingua.api.Language language) {
    return switch (language) {
      case ENGLISH -> Language.EN;
      case ARABIC -> Language.AR;
      default -> Language.ID;
    };
  }
}
