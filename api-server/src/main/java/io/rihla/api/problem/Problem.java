package io.rihla.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An error for the caller, after RFC 9457.
 *
 * @param type a urn that names the kind of problem
 * @param title the kind of problem in words
 * @param detail what is wrong here, and the remedy
 * @param errors the fields at fault, if any
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type, String title, int status, String detail, List<FieldFault> errors) {

  public static Problem of(int status, String slug, String title, String detail) {
    return new Problem("urn:rihla:problem:" + slug, title, status, detail, List.of());
  }

  public static Problem badFields(List<FieldFault> errors) {
    String detail =
        String.join(
            "; ", errors.stream().map(error -> error.field() + " " + error.message()).toList());
    return new Problem("urn:rihla:problem:bad-field", "Bad request", 400, detail, errors);
  }

  public static Problem badRequest(String detail) {
    return of(400, "bad-request", "Bad request", detail);
  }

  public static Problem notFound(String detail) {
    return of(404, "not-found", "Not found", detail);
  }

  public static Problem unavailable(String detail) {
    return of(503, "unavailable", "Temporarily unavailable", detail);
  }
}
