package io.rihla.api.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.problem.FieldReader;
import io.rihla.api.problem.ProblemException;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.prompts.BuiltinPrompts;
import io.rihla.schemas.prompts.ContentFault;
import io.rihla.schemas.prompts.MoveLabel;
import io.rihla.schemas.prompts.PromptContent;
import io.rihla.schemas.prompts.PromptLabel;
import io.rihla.schemas.prompts.PromptRule;
import io.rihla.schemas.prompts.PromptType;
import io.rihla.schemas.prompts.PromptVersion;
import io.rihla.schemas.prompts.PutPrompt;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is wanted of a prompt; every bad field is named. */
public final class PromptForms {
  private static final int LONGEST_NAME = 200;

  private PromptForms() {}

  /** A version and the type it is of. */
  record Put(PromptType type, PutPrompt order) {
    /** The version as the registry would keep it. */
    PromptVersion version() {
      return new PromptVersion(
          type,
          order.version(),
          order.language(),
          order.content(),
          order.activate() ? PromptLabel.PRODUCTION : PromptLabel.STAGING,
          "",
          order.updatedBy(),
          0,
          "",
          null,
          null);
    }
  }

  static Put put(FieldReader in, String author) {
    PromptType type = type(in);
    Language language = language(in, type);
    String content = content(in, "content", type);
    String updatedBy =
        Objects.requireNonNullElse(in.optionalText("updated_by", LONGEST_NAME), author);
    Put put =
        new Put(
            type,
            new PutPrompt(
                version(in),
                language,
                content,
                updatedBy,
                in.flag("activate", true),
                expected(in)));
    in.check();
    return put;
  }

  static MoveLabel label(FieldReader in, PromptType type) {
    PromptLabel label = in.word("label", PromptLabel.class);
    if (label == null && in.faults().isEmpty()) {
      in.fault("label", "is missing", "");
    }
    MoveLabel move =
        new MoveLabel(
            in.text("version"),
            language(in, type),
            Objects.requireNonNullElse(label, PromptLabel.NONE),
            expected(in));
    in.check();
    return move;
  }

  /** What must be in production for another version to take its place, if somebody cares. */
  static @Nullable String expected(FieldReader in) {
    return in.optionalText("expected_version");
  }

  /** The language of a body; Bahasa where it says none. */
  static Language language(FieldReader in, PromptType type) {
    Language language = in.word("language", Language.class);
    return language == null ? Language.ID : only(in, type, language);
  }

  private static Language only(FieldReader in, PromptType type, Language language) {
    return language == BuiltinPrompts.slot(type, language) || PromptRule.of(type).perLanguage()
        ? language
        : in.fault("language", "leave it out: one version holds for all languages", Language.ID);
  }

  /** A content, judged; data may be sent as JSON itself or as text. */
  public static String content(FieldReader in, String name, PromptType type) {
    JsonNode field = in.json(name);
    boolean data = PromptRule.of(type).json() && field.isContainerNode();
    if (field.isMissingNode() || field.isNull()) {
      return in.fault(name, "is missing", "");
    }
    if (!data && !field.isTextual()) {
      return in.fault(name, "must be a text", "");
    }
    String content = data ? field.toString() : field.asText().strip();
    for (ContentFault fault : PromptContent.faults(type, content)) {
      String place = fault.place();
      in.fault(
          name + (place.isEmpty() || place.startsWith("[") ? place : "." + place),
          fault.message(),
          "");
    }
    return content;
  }

  private static PromptType type(FieldReader in) {
    PromptType type = in.word("prompt_type", PromptType.class);
    if (type == null) {
      if (!in.has("prompt_type")) {
        in.fault("prompt_type", "is missing", "");
      }
      in.check();
    }
    return Objects.requireNonNullElse(type, PromptType.BASE);
  }

  /** The name of a version. */
  public static String version(FieldReader in) {
    String version = in.text("version");
    return version.isEmpty() || PromptContent.isVersion(version)
        ? version
        : in.fault(
            "version",
            "must be a name of letters, digits, dots and dashes such as v12, at most 40",
            version);
  }

  /** The type an address names. */
  static PromptType type(String text) {
    return word("prompt_type", text, PromptType.class);
  }

  /** The language of a query. */
  static Language language(Optional<String> text) {
    return text.map(one -> word("language", one, Language.class)).orElse(Language.ID);
  }

  private static <E extends Enum<E>> E word(String name, String text, Class<E> words) {
    @Nullable E found =
        Stream.of(words.getEnumConstants())
            .filter(one -> one.name().equalsIgnoreCase(text.replace('-', '_')))
            .findFirst()
            .orElse(null);
    if (found == null) {
      throw ProblemException.badField(
          name,
          "must be one of "
              + String.join(", ", Stream.of(words.getEnumConstants()).map(Enum::name).toList()));
    }
    return found;
  }
}
