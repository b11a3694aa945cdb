package io.rihla.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON at the doors: names in snake_case both ways, faults told as problems. */
public final class Json {
  public static final String TYPE = "application/json";
  public static final String PROBLEM_TYPE = "application/problem+json";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private Json() {}

  public static JsonNode read(byte[] body) {
    try {
      JsonNode node = MAPPER.readTree(body);
      if (node == null || node.isMissingNode()) {
        throw new ProblemException(Problem.badRequest("the body is empty: send JSON"));
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new ProblemException(
          Problem.badRequest("the body is not JSON: " + e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JSON that this system wrote itself. */
  public static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  public static void send(ServerResponse response, Status status, Object value) {
    send(response, status, value, TYPE);
  }

  /** What is unavailable is worth another try soon. */
  public static void send(ServerResponse response, Problem problem) {
    if (problem.status() == Status.SERVICE_UNAVAILABLE_503.code()) {
      response.header(HeaderNames.RETRY_AFTER, "2");
    }
    send(response, Status.create(problem.status()), problem, PROBLEM_TYPE);
  }

  private static void send(ServerResponse response, Status status, Object value, String type) {
    try {
      byte[] bytes = MAPPER.writeValueAsBytes(value);
      response.status(status).header(HeaderNames.CONTENT_TYPE, type).send(bytes);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
