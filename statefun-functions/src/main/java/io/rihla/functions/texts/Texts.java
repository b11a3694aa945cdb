package io.rihla.functions.texts;

import io.rihla.schemas.conversation.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The agency's words per language; their version is on every answer that uses them. */
public final class Texts {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

  private final Map<Language, Properties> texts;
  private final String version;

  private Texts(Map<Language, Properties> texts, String version) {
    this.texts = texts;
    this.version = version;
  }

  /** The texts that come with Rihla. */
  public static Texts standard() {
    Map<Language, Properties> texts = new EnumMap<>(Language.class);
    MessageDigest digest = sha256();
    for (Language language : Language.values()) {
      String path = "/texts/" + language.name().toLowerCase(Locale.ROOT) + ".properties";
      try (InputStream in = Texts.class.getResourceAsStream(path)) {
        byte[] bytes = java.util.Objects.requireNonNull(in, path).readAllBytes();
        digest.update(bytes);
        Properties properties = new Properties();
        properties.load(
            new InputStreamReader(new java.io.ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
        texts.put(language, properties);
      } catch (IOException e) {
        throw new UncheckedIOException(path, e);
      }
    }
    return new Texts(texts, "texts-" + HexFormat.of().formatHex(digest.digest(), 0, 4));
  }

  public String version() {
    return version;
  }

  /** The text with its placeholders filled; a placeholder nobody fills is a fault of ours. */
  public String render(Language language, String name, Map<String, String> values) {
    Properties properties = java.util.Objects.requireNonNull(texts.get(language));
    String template = properties.getProperty(name);
    if (template == null) {
      throw new IllegalArgumentException("no text " + name + " in " + language);
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 belongs to every JDK", e);
    }
  }
}
