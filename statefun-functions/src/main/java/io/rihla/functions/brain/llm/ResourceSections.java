package io.rihla.functions.brain.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The sections that come with Rihla; the version is a hash of all of them. */
public final class ResourceSections implements PromptSections {
  private final Composition composition;

  public ResourceSections() {
    Map<Section, String> texts = new EnumMap<>(Section.class);
    for (Section section : Section.values()) {
      String path = "/prompts/" + section.name().toLowerCase(Locale.ROOT) + ".md";
      try (InputStream in = ResourceSections.class.getResourceAsStream(path)) {
        texts.put(
            section,
            new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(path, e);
      }
    }
    this.composition = new Fixed(texts, "prompts-" + hash(String.join("\u0000", texts.values())));
  }

  @Override
  public Composition now() {
    return composition;
  }

  private record Fixed(Map<Section, String> texts, String version) implements Composition {
    @Override
    public String text(Section section) {
      return Objects.requireNonNull(texts.get(section));
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 belongs to every JDK", e);
    }
  }
}
