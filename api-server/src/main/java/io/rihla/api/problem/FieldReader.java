package io.rihla.api.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads fields of a JSON object and collects what is wrong with them, by their full names. */
public final class FieldReader {
  private final JsonNode json;
  private final String prefix;
  private final List<FieldFault> faults;

  public FieldReader(JsonNode json) {
    this(json, "", new ArrayList<>());
  }

  private FieldReader(JsonNode json, String prefix, List<FieldFault> faults) {
    this.json = json;
    this.prefix = prefix;
    this.faults = faults;
  }

  public List<FieldFault> faults() {
    return List.copyOf(faults);
  }

  /** Notes a fault and goes on with {@code instead}. */
  public <V> V fault(String name, String message, V instead) {
    faults.add(new FieldFault(prefix + name, message));
    return instead;
  }

  public boolean has(String name) {
    return !isAbsent(json.path(name));
  }

  /** A field as it was sent. */
  public JsonNode json(String name) {
    return json.path(name);
  }

  public String text(String name) {
    String text = optionalText(name);
    return text != null || isFaulty(name) ? orEmpty(text) : fault(name, "is missing", "");
  }

  public String text(String name, String standard) {
    String text = optionalText(name);
    return text == null ? standard : text;
  }

  public @Nullable String optionalText(String name) {
    JsonNode field = json.path(name);
    if (isAbsent(field)) {
      return null;
    }
    if (!field.isTextual()) {
      return fault(name, "must be a text", "");
    }
    String text = field.asText().strip();
    return text.isEmpty() ? null : text;
  }

  /** An address: absolute, or a path that the api serves. */
  public @Nullable String url(String name) {
    String url = optionalText(name);
    return url == null || url.matches("(https?:/)?/[^\\s]+")
        ? url
        : fault(name, "must be an http address or a path such as /media/picture.jpg", url);
  }

  public long number(String name, long least, long most) {
    return isAbsent(json.path(name))
        ? fault(name, "is missing", least)
        : number(name, least, most, least);
  }

  public long number(String name, long least, long most, long standard) {
    JsonNode field = json.path(name);
    if (isAbsent(field)) {
      return standard;
    }
    if (!field.isIntegralNumber() || !field.canConvertToLong()) {
      return fault(name, "must be a whole number", least);
    }
    long number = field.longValue();
    return number >= least && number <= most
        ? number
        : fault(name, "must be from %d to %d".formatted(least, most), least);
  }

  public double decimal(String name, double least, double most) {
    JsonNode field = json.path(name);
    return field.isNumber() && field.doubleValue() >= least && field.doubleValue() <= most
        ? field.doubleValue()
        : fault(name, "must be a number from %s to %s".formatted(least, most), least);
  }

  public boolean flag(String name) {
    return isAbsent(json.path(name)) ? fault(name, "is missing", false) : flag(name, false);
  }

  public boolean flag(String name, boolean standard) {
    JsonNode field = json.path(name);
    if (isAbsent(field)) {
      return standard;
    }
    return field.isBoolean()
        ? field.booleanValue()
        : fault(name, "must be true or false", standard);
  }

  /** A word of an enum, in any case. */
  public <E extends Enum<E>> @Nullable E word(String name, Class<E> words) {
    String text = optionalText(name);
    if (text == null) {
      return null;
    }
    for (E word : words.getEnumConstants()) {
      if (word.name().equalsIgnoreCase(text)) {
        return word;
      }
    }
    String known = String.join(", ", Stream.of(words.getEnumConstants()).map(Enum::name).toList());
    faults.add(new FieldFault(prefix + name, "must be one of " + known));
    return null;
  }

  /** A text that is not longer than people write. */
  public @Nullable String optionalText(String name, int longest) {
    String text = optionalText(name);
    return text == null || text.length() <= longest
        ? text
        : fault(name, "must have at most %d characters".formatted(longest), text);
  }

  /** Ends the request with a problem that names every fault. */
  public void check() {
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.badFields(faults()));
    }
  }

  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : array(name)) {
      if (item.isTextual()) {
        texts.add(item.asText().strip());
      } else {
        fault(name, "must be a list of texts", "");
      }
    }
    return texts;
  }

  public List<FieldReader> objects(String name) {
    List<FieldReader> objects = new ArrayList<>();
    for (JsonNode item : array(name)) {
      String place = "%s%s[%d].".formatted(prefix, name, objects.size());
      if (item.isObject()) {
        objects.add(new FieldReader(item, place, faults));
      } else {
        fault(name, "must be a list of objects", "");
      }
    }
    return objects;
  }

  public Optional<FieldReader> object(String name) {
    JsonNode field = json.path(name);
    if (isAbsent(field)) {
      return Optional.empty();
    }
    if (!field.isObject()) {
      fault(name, "must be an object", "");
      return Optional.empty();
    }
    return Optional.of(new FieldReader(field, prefix + name + ".", faults));
  }

  private Iterable<JsonNode> array(String name) {
    JsonNode field = json.path(name);
    if (isAbsent(field)) {
      return List.of();
    }
    return field.isArray() ? field : fault(name, "must be a list", List.of());
  }

  private boolean isFaulty(String name) {
    return faults.stream().anyMatch(fault -> fault.field().equals(prefix + name));
  }

  private static boolean isAbsent(JsonNode field) {
    return field.isMissingNode() || field.isNull();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
