package io.rihla.schemas.prompts;

import io.rihla.schemas.conversation.Language;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The prompts that hold at one moment, one for each type and language; immutable. */
public final class PromptSet {
  /** The texts that have no versions of their own; they change with a release. */
  private static final String SHIPPED =
      Stream.of(Language.values())
          .map(language -> new TreeMap<>(BuiltinPrompts.texts(language)).toString())
          .collect(Collectors.joining("\n"));

  private static final Comparator<PromptVersion> BY_MOVE =
      Comparator.<PromptVersion>comparingLong(one -> Objects.requireNonNullElse(one.movedAt(), 0L))
          .thenComparing(PromptVersion::version);

  private final Map<String, PromptVersion> current;
  private final String version;

  private PromptSet(Map<String, PromptVersion> current) {
    this.current = current;
    this.version = "prompts-" + hash(current.values());
  }

  /** What comes with Rihla. */
  public static PromptSet builtin() {
    return new PromptSet(shipped());
  }

  /** What is in production; where nothing was put, what comes with Rihla. */
  public static PromptSet production(Collection<PromptVersion> known) {
    return production(known, builtin());
  }

  /**
   * The same for who follows the topic: a label leaves one version and reaches another in two
   * records, and between them what held before goes on to hold.
   */
  public static PromptSet production(Collection<PromptVersion> known, PromptSet before) {
    Map<String, PromptVersion> current = new TreeMap<>(before.current);
    known.stream()
        .filter(one -> one.label() == PromptLabel.PRODUCTION)
        .sorted(BY_MOVE)
        .forEach(one -> current.put(place(one), one));
    return new PromptSet(current);
  }

  /** What would hold if all that is staged were in production. */
  public PromptSet staging(Collection<PromptVersion> known) {
    PromptSet set = this;
    for (PromptVersion one : known) {
      if (one.label() == PromptLabel.STAGING) {
        set = set.with(one);
      }
    }
    return set;
  }

  private static Map<String, PromptVersion> shipped() {
    Map<String, PromptVersion> current = new TreeMap<>();
    BuiltinPrompts.all().forEach(one -> current.put(place(one), one));
    return current;
  }

  /** The same with another version in its place. */
  public PromptSet with(PromptVersion other) {
    Map<String, PromptVersion> changed = new TreeMap<>(current);
    changed.put(place(other), other);
    return new PromptSet(changed);
  }

  public PromptVersion get(PromptType type, Language language) {
    return Objects.requireNonNull(
        current.get(place(type, BuiltinPrompts.slot(type, language))), type.name());
  }

  public String text(PromptType type, Language language) {
    return get(type, language).content();
  }

  public List<PromptVersion> all() {
    return List.copyOf(current.values());
  }

  /** Names exactly these versions: the same until one of them changes. */
  public String version() {
    return version;
  }

  /** The key of a version in its topic. */
  public static String key(PromptVersion one) {
    return place(one) + "/" + one.version();
  }

  private static String place(PromptVersion one) {
    return place(one.promptType(), one.language());
  }

  private static String place(PromptType type, Language language) {
    return type + "/" + language;
  }

  private static String hash(Collection<PromptVersion> versions) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(SHIPPED.getBytes(StandardCharsets.UTF_8));
      for (PromptVersion one : versions) {
        digest.update((key(one) + "\n" + one.content() + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 belongs to every JDK", e);
    }
  }
}
