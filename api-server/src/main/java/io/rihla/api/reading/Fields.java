package io.rihla.api.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A JSON object of which any field may be absent, null or of another type than promised. */
record Fields(JsonNode node) {
  static Fields of(@Nullable JsonNode node) {
    return new Fields(node == null ? MissingNode.getInstance() : node);
  }

  Fields at(String... path) {
    JsonNode at = node;
    for (String name : path) {
      at = at.path(name);
    }
    return new Fields(at);
  }

  boolean isObject() {
    return node.isObject();
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** A text that says something; numbers count as text. */
  Optional<String> text(String... path) {
    JsonNode at = at(path).node;
    return at.isTextual() || at.isNumber()
        ? Optional.of(at.asText()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  Optional<Boolean> flag(String... path) {
    JsonNode at = at(path).node;
    return at.isBoolean() ? Optional.of(at.booleanValue()) : Optional.empty();
  }

  /** A finite number, also when it is written as text. */
  OptionalDouble number(String... path) {
    try {
      Optional<String> text = text(path);
      double value = text.isEmpty() ? Double.NaN : Double.parseDouble(text.get().strip());
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  List<String> texts(String... path) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : at(path).node) {
      if (item.isTextual() && !item.asText().isBlank()) {
        texts.add(item.asText());
      }
    }
    return texts;
  }

  /** The first that is there. */
  @SafeVarargs
  static Optional<String> first(Optional<String>... candidates) {
    for (Optional<String> candidate : candidates) {
      if (candidate.isPresent()) {
        return candidate;
      }
    }
    return Optional.empty();
  }
}
