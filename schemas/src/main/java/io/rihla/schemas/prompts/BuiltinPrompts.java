package io.rihla.schemas.prompts;

import io.rihla.schemas.conversation.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The versions that come with Rihla and hold until an agency puts its own. */
public final class BuiltinPrompts {
  /** A release that words them anew gives them the next name. */
  public static final String VERSION = "builtin-1";

  public static final String AUTHOR = "rihla";

  private static final List<PromptVersion> ALL = load();

  private BuiltinPrompts() {}

  public static List<PromptVersion> all() {
    return ALL;
  }

  public static PromptVersion get(PromptType type, Language language) {
    return ALL.stream()
        .filter(one -> one.promptType() == type && one.language() == slot(type, language))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The versions of a type in a language that are known, and before them the one that comes with
   * Rihla: in production until another is.
   */
  public static List<PromptVersion> among(
      Collection<PromptVersion> known, PromptType type, Language language) {
    Language slot = slot(type, language);
    List<PromptVersion> own =
        new ArrayList<>(
            known.stream()
                .filter(one -> one.promptType() == type && one.language() == slot)
                .toList());
    if (own.stream().noneMatch(one -> one.version().equals(VERSION))) {
      boolean replaced = own.stream().anyMatch(one -> one.label() == PromptLabel.PRODUCTION);
      PromptVersion builtin = get(type, language);
      own.addFirst(replaced ? builtin.withLabel(PromptLabel.NONE) : builtin);
    }
    return List.copyOf(own);
  }

  /** The language a version is kept under: Bahasa where one text holds for all. */
  public static Language slot(PromptType type, Language language) {
    return PromptRule.of(type).perLanguage() ? language : Language.ID;
  }

  /** The name of a type's text among the texts of a language; empty for sections and data. */
  public static Optional<String> textName(PromptType type) {
    return switch (type) {
      case GREETING_WITH_CODE -> Optional.of("greeting_with_code");
      case GREETING_WITHOUT_CODE -> Optional.of("greeting_without_code");
      case GREETING_INVALID_CODE -> Optional.of("greeting_invalid_code");
      case HANDOVER_TEXT -> Optional.of("topic_payment");
      case HOLDING_TEXT -> Optional.of("unknown");
      case PREFERENCE_QUESTIONS -> Optional.of("question_without_code");
      case OUT_OF_HOURS_TEXT -> Optional.of("out_of_hours");
      case RATING_QUESTION -> Optional.of("rating_question");
      case BASE, PERSONALITY, COMPANY, RULES, FAQ, ESCALATION, ESCALATION_TRIGGERS ->
          Optional.empty();
    };
  }

  private static List<PromptVersion> load() {
    List<PromptVersion> all = new ArrayList<>();
    for (PromptType type : PromptType.values()) {
      Optional<String> name = textName(type);
      if (name.isEmpty()) {
        String extension = PromptRule.of(type).json() ? ".json" : ".md";
        String path = "/prompts/" + type.name().toLowerCase(Locale.ROOT) + extension;
        all.add(version(type, Language.ID, resource(path).strip()));
      } else {
        for (Language language : Language.values()) {
          String text = texts(language).getProperty(name.get());
          all.add(version(type, language, Objects.requireNonNull(text, name.get())));
        }
      }
    }
    return List.copyOf(all);
  }

  private static PromptVersion version(PromptType type, Language language, String content) {
    return new PromptVersion(
        type,
        VERSION,
        language,
        content,
        PromptLabel.PRODUCTION,
        AUTHOR,
        AUTHOR,
        0,
        VERSION,
        null,
        null);
  }

  /** The texts of a language that come with Rihla. */
  public static Properties texts(Language language) {
    Properties properties = new Properties();
    String path = "/texts/" + language.name().toLowerCase(Locale.ROOT) + ".properties";
    try {
      properties.load(new StringReader(resource(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
    return properties;
  }

  private static String resource(String path) {
    try (InputStream in = BuiltinPrompts.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
