package io.rihla.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.http.HttpResponse;

/** Holds answers against the published OpenAPI document. */
public final class Contract {
  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForSpecificationUrl("openapi/api.yaml")
          .withLevelResolver(
              LevelResolver.create()
                  // a reader ignores what it does not know
                  .withLevel(
                      "validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                  .build())
          .build();

  private Contract() {}

  public static void holds(Request.Method method, HttpResponse<String> response) {
    SimpleResponse.Builder answer =
        SimpleResponse.Builder.status(response.statusCode()).withBody(response.body());
    response
        .headers()
        .firstValue("content-type")
        .ifPresent(type -> answer.withHeader("Content-Type", type));
    holds(response.uri().getPath(), method, answer.build());
  }

  /** Holds an answer that nobody gave, such as an example. */
  public static void holds(String path, Request.Method method, SimpleResponse answer) {
    ValidationReport report = VALIDATOR.validateResponse(path, method, answer);
    assertThat(report.getMessages())
        .as("%s %s: %s", method, path, answer.getResponseBody())
        .isEmpty();
  }
}
