package io.rihla.schemas.prompts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Reads JSON content field by field and remembers what is wrong, each with its place. */
final class ContentReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final List<ContentFault> faults = new ArrayList<>();

  /** The content as JSON; a missing node when it is none. */
  JsonNode read(String content) {
    try {
      return JSON.readTree(content);
    } catch (JsonProcessingException e) {
      fault(
          "",
          "is not JSON: %s (line %d)"
              .formatted(
                  e.getOriginalMessage(),
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
      return JSON.missingNode();
    }
  }

  List<ContentFault> faults() {
    return List.copyOf(faults);
  }

  boolean isFaultless() {
    return faults.isEmpty();
  }

  void fault(String place, String message) {
    faults.add(new ContentFault(place, message));
  }

  /** A text that says something. */
  String text(JsonNode object, String place, String name) {
    JsonNode field = object.path(name);
    if (!field.isTextual() || field.asText().isBlank()) {
      fault(place + name, "must be a text");
      return "";
    }
    return field.asText().strip();
  }

  /** Texts that say something; none when the field is left out. */
  List<String> texts(JsonNode field, String place) {
    if (field.isMissingNode() || field.isNull()) {
      return List.of();
    }
    if (!field.isArray()) {
      fault(place, "must be a list of texts");
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : field) {
      if (item.isTextual() && !item.asText().isBlank()) {
        texts.add(item.asText().strip());
      } else {
        fault("%s[%d]".formatted(place, texts.size()), "must be a text");
        return List.of();
      }
    }
    return texts;
  }

  /** A name nobody reads is a slip of the pen. */
  void onlyKnows(JsonNode object, String place, Set<String> known) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        fault(
            place + name,
            "is not known: use " + String.join(", ", known.stream().sorted().toList()));
      }
    }
  }
}
