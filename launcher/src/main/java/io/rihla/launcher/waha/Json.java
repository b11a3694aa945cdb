package io.rihla.launcher.waha;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** The simulator's JSON: snake_case records of its own, WAHA's names in hand-built nodes. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static ArrayNode array(Collection<? extends JsonNode> nodes) {
    return MAPPER.createArrayNode().addAll(nodes);
  }

  static ArrayNode strings(String... values) {
    ArrayNode array = MAPPER.createArrayNode();
    Arrays.stream(values).forEach(array::add);
    return array;
  }

  static ObjectNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** Never with a line break inside. */
  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass() + " as JSON", e);
    }
  }

  static String text(Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  /** Reads a JSON object; a request without body is an empty one. */
  static ObjectNode parse(byte[] body) {
    if (body.length == 0) {
      return object();
    }
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw new BadCall("the body is not JSON: send an object", e);
    }
    throw new BadCall("the body is not a JSON object");
  }

  static JsonNode readTree(InputStream in) throws IOException {
    return MAPPER.readTree(in);
  }

  static <T> T read(JsonNode node, Class<T> type) {
    try {
      return MAPPER.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw new BadCall(e.getOriginalMessage(), e);
    }
  }
}
