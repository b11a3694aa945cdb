package io.rihla.functions.texts;

import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.prompts.BuiltinPrompts;
import io.rihla.schemas.prompts.PromptSet;
import io.rihla.schemas.prompts.PromptType;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The agency's words per language; their version is on every answer that uses them. */
public final class Texts {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

  private static final Map<String, PromptType> VERSIONED = versioned();
  private static final Map<Language, Map<String, String>> SHIPPED = shipped();

  private final Map<Language, Map<String, String>> texts;
  private final String version;
  private final Consumer<PromptType> used;

  private Texts(
      Map<Language, Map<String, String>> texts, String version, Consumer<PromptType> used) {
    this.texts = texts;
    this.version = version;
    this.used = used;
  }

  /** The texts that come with Rihla. */
  public static Texts standard() {
    return of(PromptSet.builtin());
  }

  /** The texts of a set of prompts; those without versions are the ones that come with Rihla. */
  public static Texts of(PromptSet prompts) {
    Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Map<String, String> own =
          new HashMap<>(Objects.requireNonNull(SHIPPED.get(language), language.name()));
      VERSIONED.forEach((name, type) -> own.put(name, prompts.text(type, language)));
      texts.put(language, own);
    }
    return new Texts(texts, prompts.version(), type -> {});
  }

  /** The same, telling which of the versioned ones are used. */
  public Texts telling(Consumer<PromptType> listener) {
    return new Texts(texts, version, listener);
  }

  public String version() {
    return version;
  }

  /** What the agency itself wrote in a language, as it stands. */
  public List<String> written(Language language) {
    return VERSIONED.keySet().stream().map(name -> template(language, name)).toList();
  }

  /** The text with its placeholders filled; a placeholder nobody fills is a fault of ours. */
  public String render(Language language, String name, Map<String, String> values) {
    String template = template(language, name);
    PromptType type = VERSIONED.get(name);
    if (type != null) {
      used.accept(type);
    }
    Matcher matcher = PLACEHOLDER.matcher(template);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String value = values.get(matcher.group(1));
      if (value == null) {
        throw new IllegalArgumentException(
            "text %s in %s needs {%s}".formatted(name, language, matcher.group(1)));
      }
      matcher.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(text).toString();
  }

  private String template(Language language, String name) {
    String template = Objects.requireNonNull(texts.get(language)).get(name);
    if (template == null) {
      throw new IllegalArgumentException("no text " + name + " in " + language);
    }
    return template;
  }

  private static Map<String, PromptType> versioned() {
    Map<String, PromptType> names = new HashMap<>();
    for (PromptType type : PromptType.values()) {
      BuiltinPrompts.textName(type).ifPresent(name -> names.put(name, type));
    }
    return Map.copyOf(names);
  }

  private static Map<Language, Map<String, String>> shipped() {
    Map<Language, Map<String, String>> shipped = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Map<String, String> texts = new HashMap<>();
      BuiltinPrompts.texts(language)
          .forEach((name, text) -> texts.put(name.toString(), text.toString()));
      shipped.put(language, texts);
    }
    return shipped;
  }
}
