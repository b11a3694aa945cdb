package io.rihla.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import io.rihla.api.testing.Contract;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the published document shows is what it promises. */
class ExamplesTest {
  private static final String JSON = "application/json";

  private final OpenAPI document = new OpenAPIV3Parser().read("openapi/api.yaml");

  @Test
  void everyExampleKeepsItsSchema() {
    List<String> shown = new ArrayList<>();
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, operation) -> shown.addAll(shown(path, method, operation))));
    assertThat(shown).hasSizeGreaterThan(20);
  }

  @Test
  void whateverCanBeReadHasAnExample() {
    List<String> without = new ArrayList<>();
    document
        .getPaths()
        .forEach(
            (path, item) -> {
              MediaType answer = json(item.getGet(), "200");
              if (answer != null && answer.getExample() == null && answer.getExamples() == null) {
                without.add(path);
              }
            });
    assertThat(without).isEmpty();
  }

  private static List<String> shown(String path, PathItem.HttpMethod method, Operation operation) {
    List<String> shown = new ArrayList<>();
    operation
        .getResponses()
        .keySet()
        .forEach(
            code -> {
              MediaType answer = json(operation, code);
              if (answer != null && answer.getExample() != null) {
                shown.add(method + " " + path);
                Contract.holds(
                    path.replaceAll("[{}]", ""),
                    Method.valueOf(method.name()),
                    SimpleResponse.Builder.status(Integer.parseInt(code))
                        .withContentType(JSON)
                        .withBody(Json.pretty(answer.getExample()))
                        .build());
              }
            });
    return shown;
  }

  private static MediaType json(Operation operation, String code) {
    return operation == null
            || operation.getResponses().get(code) == null
            || operation.getResponses().get(code).getContent() == null
        ? null
        : operation.getResponses().get(code).getContent().get(JSON);
  }
}
